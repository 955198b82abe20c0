// Type-checks with the TypeScript compiler as a library: files come from Java, nothing is written.
(function (ts) {
  const libraries = '/node_modules/typescript/lib';
  // Parsed once, for all checks.
  const parsed = new Map();

  function sourceFile(name, text, options) {
    if (parsed.get(name)?.text !== text) {
      parsed.set(name, ts.createSourceFile(name, text, options));
    }
    return parsed.get(name);
  }

  return function (read, isFolder, compilerOptions, checked, roots) {
    const host = {
      fileExists: name => read(name) !== null,
      directoryExists: isFolder,
      readFile: name => read(name) ?? undefined,
      getSourceFile: (name, options) => {
        const text = read(name);
        return text === null ? undefined : sourceFile(name, text, options);
      },
      // As tsc does: what people read in an editor is passed over, except where it is types.
      jsDocParsingMode: ts.JSDocParsingMode.ParseForTypeErrors,
      getDefaultLibFileName: () => libraries + '/lib.d.ts',
      getDefaultLibLocation: () => libraries,
      getCurrentDirectory: () => '/',
      getCanonicalFileName: name => name,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => '\n',
      writeFile: () => {},
    };
    const { options, errors } = ts.convertCompilerOptionsFromJson(JSON.parse(compilerOptions), '/');
    const program = ts.createProgram({ rootNames: [...roots], options, host });
    const found = [
      ...errors,
      ...program.getOptionsDiagnostics(),
      ...program.getGlobalDiagnostics(),
      ...program.getSourceFiles()
        .filter(file => file.fileName.startsWith(checked))
        .flatMap(file => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
    ];
    return ts.sortAndDeduplicateDiagnostics(found).map(one => ts.formatDiagnostic(one, host).trim());
  };
});
