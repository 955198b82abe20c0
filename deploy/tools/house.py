#!/usr/bin/env python3
"""Measures the code of a checkout, one row for each module: house.py [ROOT]. What docs/house.md compares."""
import re
import sys
from pathlib import Path

MODULES = ['command-service', 'query-service', 'conflict-detector', 'rule-expander', 'shared-events', 'deploy', '']
# Modules whose main code only tests use
KITS = ['shared-events/testing/', 'shared-events/conventions/']
METHOD = re.compile(
    r'\n {4,12}(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|private|protected|static|final|abstract|default|synchronized) )*'
    r'(?:<[^>]+> )?[\w<>\[\].,?@ ]+ \w+\((?:[^()]|\([^()]*\))*\)(?: throws [\w., ]+)? \{')
NO_METHOD = re.compile(r'\b(new|return|record|class|if|for|while|switch|catch|else)\b')
TEXT = re.compile(r'"""(?:.|\n)*?"""|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\])\'')
COMMENT = re.compile(r'/\*(?:.|\n)*?\*/|//[^\n]*')


def methods(source):
    """How many lines each method has, from the brace that opens it to the one that closes it."""
    lines_only = lambda found: '\n' * found.group(0).count('\n')
    code = COMMENT.sub(lines_only, TEXT.sub(lines_only, source))
    for found in METHOD.finditer(code):
        if not NO_METHOD.search(found.group(0).split('(')[0]):
            depth, at = 1, found.end()
            while depth and at < len(code):
                depth += {'{': 1, '}': -1}.get(code[at], 0)
                at += 1
            yield code.count('\n', found.end(), at) + 1


def sources(root, module):
    """Main code and test code of a module."""
    main, test = [], []
    for file in sorted((root / module).rglob('*.java')):
        path = file.relative_to(root).as_posix()
        if '/target/' in path or file.name == 'package-info.java':
            continue
        kit = any(path.startswith(kit) for kit in KITS)
        if '/src/test/' in path or kit:
            test.append(file.read_text())
        elif '/src/main/' in path:
            main.append(file.read_text())
    return main, test


def of(values, share):
    values = sorted(values) or [0]
    return values[min(len(values) - 1, int(len(values) * share))]


def row(root, module):
    main, test = sources(root, module)
    lines = [source.count('\n') for source in main]
    tested = [source.count('\n') for source in test]
    long = [length for source in main for length in methods(source)]
    hidden = sum(not re.search(r'^public ', source, re.M) for source in main)
    print(f"| {module or 'all'} | {len(main)} | {sum(lines)} | {of(lines, .5)} / {of(lines, .9)} / {max(lines)} "
          f"| {of(long, .5)} / {of(long, .9)} / {max(long)} | {len(test)} | {of(tested, .5)} / {of(tested, .9)} / {max(tested)} "
          f"| {sum(tested) / sum(lines):.2f} | {100 * hidden // len(main)} % |")


def circles(root):
    """Groups of packages that reach each other by their imports."""
    uses = {}
    for file in root.rglob('*.java'):
        path = file.relative_to(root).as_posix()
        if '/src/main/' in path and '/target/' not in path:
            source = file.read_text()
            package = re.search(r'^package ([\w.]+);', source, re.M).group(1)
            uses.setdefault(package, set()).update(re.findall(r'^import (?:static )?([a-z\w.]*?)\.[A-Z]', source, re.M))

    def reached(start):
        seen, open_ = set(), [start]
        while open_:
            new = (uses.get(open_.pop(), set()) & uses.keys()) - seen - {start}
            seen |= new
            open_ += new
        return seen

    reach = {package: reached(package) for package in uses}
    return {frozenset([a, *(b for b in reach[a] if a in reach[b])]) for a in uses if any(a in reach[b] for b in reach[a])}


print('| module | files | lines | file: median / p90 / longest | method: median / p90 / longest '
      '| test files | median / p90 / longest | test to main | package-private |')
print('| --- | --- | --- | --- | --- | --- | --- | --- | --- |')
for name in MODULES:
    row(Path(sys.argv[1] if len(sys.argv) > 1 else '.'), name)
print()
for circle in sorted(map(sorted, circles(Path(sys.argv[1] if len(sys.argv) > 1 else '.')))):
    print('circle:', ', '.join(circle))
