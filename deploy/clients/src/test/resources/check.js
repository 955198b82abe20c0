// Type-checks with the TypeScript compiler as a library: files come from Java, nothing is written.
(function (ts, read, roots) {
  const parsed = new Map();
  const host = {
    fileExists: name => read(name) !== null,
    readFile: name => read(name) ?? undefined,
    getSourceFile: (name, options) => {
      if (!parsed.has(name)) {
        const text = read(name);
        parsed.set(name, text === null ? undefined : ts.createSourceFile(name, text, options));
      }
      return parsed.get(name);
    },
    getDefaultLibFileName: () => '/lib/lib.d.ts',
    getDefaultLibLocation: () => '/lib',
    getCurrentDirectory: () => '/',
    getCanonicalFileName: name => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => {},
  };
  const options = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    // What fetch needs is the same in workers as in pages, and read in half of the time.
    lib: ['lib.es2022.d.ts', 'lib.webworker.d.ts'],
  };
  const program = ts.createProgram({ rootNames: [...roots], options, host });
  return ts.getPreEmitDiagnostics(program).map(found => ts.formatDiagnostic(found, host).trim());
});
