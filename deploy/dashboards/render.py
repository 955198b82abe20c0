#!/usr/bin/env python3
"""Draws a dashboard without Grafana, as a page of one picture: render.py DASHBOARD PROMETHEUS [MINUTES] > page.html

Every panel's expressions are asked of a Prometheus for the last MINUTES (10). It shows whether a dashboard says something, and
reads well; how Grafana draws it may differ.
"""
import html
import json
import re
import sys
import time
import urllib.parse
import urllib.request

COLUMN, ROW, GAP = 60, 36, 8
STEP_SECONDS = 5
RATE_INTERVAL = '1m'
COLOURS = ['#73bf69', '#f2cc0c', '#8ab8ff', '#ff780a', '#f2495c', '#b877d9', '#5794f2', '#37872d']
STATES = {'green': '#1a7f37', 'red': '#c4162a', 'yellow': '#b58900', 'orange': '#c15c17'}
UNITS = {'s': ' s', 'reqps': ' req/s', 'ops': ' ops/s', 'percentunit': ' %', 'short': ''}


def ask(prometheus, expression, start, end):
    query = urllib.parse.urlencode({
        'query': expression.replace('$__rate_interval', RATE_INTERVAL), 'start': start, 'end': end, 'step': STEP_SECONDS})
    with urllib.request.urlopen(f'{prometheus}/api/v1/query_range?{query}', timeout=30) as answer:
        return json.load(answer)['data']['result']


def series(panel, prometheus, start, end):
    """Name and points of each line of a panel."""
    for target in panel.get('targets', []):
        for found in ask(prometheus, target['expr'], start, end):
            name = re.sub(r'\{\{\s*(\w+)\s*\}\}', lambda label: found['metric'].get(label.group(1), ''),
                          target.get('legendFormat', ''))
            points = [(at, float(value)) for at, value in found['values'] if value not in ('NaN', '+Inf', '-Inf')]
            if points:
                yield name, points


def number(value, unit):
    value = value * 100 if unit == 'percentunit' else value
    text = f'{value:.0f}' if value == int(value) or abs(value) >= 100 else f'{value:.3g}'
    return text + UNITS.get(unit, '')


def text(x, y, words, size=11, colour='#ccccdc', anchor='start'):
    return (f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{colour}" text-anchor="{anchor}">'
            f'{html.escape(words)}</text>')


def box(x, y, width, height, colour):
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="3" fill="{colour}"/>'


def stat(panel, lines, x, y, width, height):
    defaults = panel['fieldConfig']['defaults']
    last = lines[0][1][-1][1] if lines else None
    colour = '#555'
    for step in defaults.get('thresholds', {}).get('steps', []):
        if last is not None and (step['value'] is None or last >= step['value']):
            colour = STATES.get(step['color'], step['color'])
    said = 'no data' if last is None else number(last, defaults.get('unit'))
    return [box(x, y, width, height, colour), text(x + 10, y + 20, panel['title'], 12, '#fff'),
            text(x + width / 2, y + height / 2 + 22, said, 34, '#fff', 'middle')]


def legend(lines, x, y, width):
    at, row, drawn = x + 10, y, []
    for index, (name, _) in enumerate(lines):
        needed = 22 + 6.2 * len(name)
        if at + needed > x + width and at > x + 10:
            at, row = x + 10, row + 14
        drawn += [box(at, row - 5, 12, 3, COLOURS[index % len(COLOURS)]), text(at + 16, row, name, 10)]
        at += needed
    return drawn


def chart(panel, lines, x, y, width, height, start, end):
    unit = panel['fieldConfig']['defaults'].get('unit')
    drawn = [box(x, y, width, height, '#181b1f'), text(x + 10, y + 20, panel['title'], 12)]
    left, right, top, bottom = x + 62, x + width - 12, y + 34, y + height - 54
    most = max((value for _, points in lines for _, value in points), default=0) or 1
    for part in range(5):
        level = bottom - (bottom - top) * part / 4
        drawn += [f'<line x1="{left}" x2="{right}" y1="{level:.1f}" y2="{level:.1f}" stroke="#2c3235"/>',
                  text(left - 6, level + 4, number(most * part / 4, unit), 10, '#9fa7b3', 'end')]
    for part in range(3):
        at = start + (end - start) * part / 2
        drawn.append(text(left + (right - left) * part / 2, bottom + 16, time.strftime('%H:%M', time.gmtime(at)), 10,
                          '#9fa7b3', 'middle'))
    for index, (_, points) in enumerate(lines):
        path = ' '.join(f'{left + (right - left) * (at - start) / (end - start):.1f},'
                        f'{bottom - (bottom - top) * value / most:.1f}' for at, value in points)
        drawn.append(f'<polyline points="{path}" fill="none" stroke="{COLOURS[index % len(COLOURS)]}" stroke-width="1.5"/>')
    if not lines:
        drawn.append(text((left + right) / 2, (top + bottom) / 2, 'no data', 13, '#9fa7b3', 'middle'))
    return drawn + legend(lines, x, bottom + 36, width)


def main():
    dashboard = json.load(open(sys.argv[1]))
    prometheus = sys.argv[2].rstrip('/')
    end = time.time()
    start = end - 60 * float(sys.argv[3] if len(sys.argv) > 3 else 10)
    drawn, lowest = [], 0
    for panel in dashboard['panels']:
        grid = panel['gridPos']
        x, y = grid['x'] * COLUMN + GAP, grid['y'] * ROW + GAP
        width, height = grid['w'] * COLUMN - GAP, grid['h'] * ROW - GAP
        lowest = max(lowest, y + height + GAP)
        if panel['type'] == 'row':
            drawn.append(text(x + 4, y + 20, panel['title'], 14))
            continue
        lines = list(series(panel, prometheus, start, end))
        drawn += (stat(panel, lines, x, y, width, height) if panel['type'] == 'stat'
                  else chart(panel, lines, x, y, width, height, start, end))
    whole = 24 * COLUMN + GAP
    print(f'<!doctype html><meta charset="utf-8"><title>{html.escape(dashboard["title"])}</title>'
          f'<body style="margin:0;background:#111217"><svg xmlns="http://www.w3.org/2000/svg" width="{whole}" '
          f'height="{lowest}" font-family="sans-serif">{"".join(drawn)}</svg>')


if __name__ == '__main__':
    main()
