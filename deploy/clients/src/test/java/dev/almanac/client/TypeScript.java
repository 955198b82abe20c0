package dev.almanac.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.TypeLiteral;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * The TypeScript compiler, in a JVM: from its WebJar, and run by GraalJS.
 *
 * @param folders where the files of each path below the root are; packages that are imported are WebJars
 * @param options what a {@code tsconfig.json} says under {@code compilerOptions}
 */
record TypeScript(Map<String, Path> folders, String options) {
    private static final WebJars WEB_JARS = new WebJars();
    private static final TypeLiteral<List<String>> STRINGS = new TypeLiteral<>() {};
    /** Loaded once: that takes as long as a small check. */
    private static final Value CHECK = load();

    TypeScript {
        folders = Map.copyOf(folders);
    }

    /**
     * What the type check has to say.
     *
     * @param checked what the paths begin with that are checked; everything else is only known
     * @param roots the files to begin with
     */
    List<String> complaints(String checked, List<String> roots) {
        Function<String, @Nullable String> read = this::read;
        Predicate<String> isFolder = this::isFolder;
        return List.copyOf(
                CHECK.execute(read, isFolder, options, checked, roots).as(STRINGS));
    }

    private static Value load() {
        Context js = Context.newBuilder("js")
                .allowHostAccess(HostAccess.ALL)
                .option("engine.WarnInterpreterOnly", "false")
                .build();
        String library = WEB_JARS.text("/node_modules/typescript/lib/typescript.js");
        Value compiler = js.eval(
                        script("typescript.js", "(function (module) {" + library + "\nreturn module.exports;})"))
                .execute(js.eval("js", "({ exports: {} })"));
        return js.eval(script("check.js", resource("/check.js"))).execute(compiler);
    }

    private @Nullable String read(String name) {
        return files(name)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(TypeScript::text)
                .orElseGet(() -> WEB_JARS.text(name));
    }

    private boolean isFolder(String name) {
        return files(name + "/").anyMatch(Files::isDirectory) || WEB_JARS.isFolder(name);
    }

    private Stream<Path> files(String name) {
        return folders.entrySet().stream()
                .filter(folder -> name.startsWith(folder.getKey()))
                .map(folder ->
                        folder.getValue().resolve(name.substring(folder.getKey().length())));
    }

    private static Source script(String name, String text) {
        return Source.newBuilder("js", text, name).buildLiteral();
    }

    private static String resource(String name) {
        try (InputStream resource = Objects.requireNonNull(TypeScript.class.getResourceAsStream(name), name)) {
            return new String(resource.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
