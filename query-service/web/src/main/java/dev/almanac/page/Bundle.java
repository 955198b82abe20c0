package dev.almanac.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The scripts and what they import in one, made by the Closure compiler. It works in a folder of its own, and only where something
 * has changed since.
 */
record Bundle(Path folder, List<WebJar> webJars) {
    static final String START = "main.js";
    private static final String NAME = "app.js";
    private static final String MAP = "app.js.map";
    private static final List<String> OPTIONS = List.of(
            "--compilation_level=SIMPLE",
            // Custom elements are classes: no browser takes what an older language would make of them.
            "--language_in=ECMASCRIPT_NEXT",
            "--language_out=ECMASCRIPT_2021",
            "--rewrite_polyfills=false",
            "--inject_libraries=false",
            "--module_resolution=NODE",
            "--package_json_entry_names=module,main",
            "--dependency_mode=PRUNE",
            "--entry_point=scripts/" + START,
            "--js=scripts/**.js",
            "--js=node_modules/**.js",
            "--js=node_modules/**/package.json",
            // Others' code is theirs to mend. What types say is TypeScript's to check.
            "--hide_warnings_for=node_modules/",
            "--js_output_file=" + NAME,
            "--create_source_map=" + MAP,
            "--source_map_include_content",
            "--output_wrapper=(function(){%output%}).call(this);\n//# sourceMappingURL=" + MAP);

    Bundle {
        webJars = List.copyOf(webJars);
    }

    void make(List<Path> scripts) throws IOException, InterruptedException {
        Path stamp = folder.resolve("stamp");
        String made = stamp(scripts);
        if (Files.exists(stamp) && Files.readString(stamp).equals(made)) {
            return;
        }
        Folders.delete(folder);
        for (Path some : scripts) {
            Folders.copy(some, folder.resolve("scripts"));
        }
        for (WebJar webJar : webJars) {
            webJar.unpackInto(folder.resolve("node_modules"));
        }
        compile();
        Files.writeString(stamp, made);
    }

    void copyTo(PageFolder page) throws IOException {
        page.write(NAME, Files.readString(folder.resolve(NAME)));
        page.write(MAP, Files.readString(folder.resolve(MAP)));
    }

    /** A warning is as bad as an error: nobody reads those of a build that goes on. */
    private void compile() throws IOException, InterruptedException {
        List<String> program = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "com.google.javascript.jscomp.CommandLineRunner"));
        program.addAll(OPTIONS);
        Process compiler = new ProcessBuilder(program)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(compiler.getInputStream().readAllBytes(), UTF_8).strip();
        if (compiler.waitFor() != 0 || !said.isEmpty()) {
            throw new BuildFailure("The page's scripts do not make a bundle:\n" + said);
        }
    }

    private String stamp(List<Path> scripts) throws IOException {
        Fingerprint print = new Fingerprint();
        OPTIONS.forEach(print::add);
        print.add(System.getProperty("java.class.path"));
        for (Path some : scripts) {
            for (Path file : Folders.files(some)) {
                print.add(some.relativize(file).toString());
                print.add(Files.readString(file));
            }
        }
        return print.text();
    }
}
