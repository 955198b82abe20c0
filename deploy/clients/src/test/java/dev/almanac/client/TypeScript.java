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
import java.util.Properties;
import java.util.function.Function;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.TypeLiteral;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** The TypeScript compiler, in a JVM: from its WebJar, and run by GraalJS. */
final class TypeScript {
    private static final String LIB = "/lib/";
    private static final TypeLiteral<List<String>> STRINGS = new TypeLiteral<>() {};

    private TypeScript() {}

    /**
     * What the strict type check has to say.
     *
     * @param folders where the files of each path below the root are
     * @param roots the files to begin with
     */
    static List<String> complaints(Map<String, Path> folders, String... roots) throws IOException {
        try (Context js = Context.newBuilder("js")
                .allowHostAccess(HostAccess.ALL)
                .option("engine.WarnInterpreterOnly", "false")
                .build()) {
            Value compiler = js.eval(script(
                    "typescript.js", "(function (module) {" + lib("typescript.js") + "\nreturn module.exports;})"));
            Value check = js.eval(script("check.js", resource("/check.js")));
            Function<String, @Nullable String> read = name -> read(folders, name);
            Value complaints =
                    check.execute(compiler.execute(js.eval("js", "({ exports: {} })")), read, List.of(roots));
            return List.copyOf(complaints.as(STRINGS));
        }
    }

    private static Source script(String name, String text) throws IOException {
        return Source.newBuilder("js", text, name).build();
    }

    private static @Nullable String read(Map<String, Path> folders, String name) {
        if (name.startsWith(LIB)) {
            return lib(name.substring(LIB.length()));
        }
        return folders.entrySet().stream()
                .filter(folder -> name.startsWith(folder.getKey()))
                .map(folder ->
                        folder.getValue().resolve(name.substring(folder.getKey().length())))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(TypeScript::text)
                .orElse(null);
    }

    private static String lib(String name) {
        return resource("/META-INF/resources/webjars/typescript/" + version() + LIB + name);
    }

    private static String version() {
        try (InputStream pom = opened("/META-INF/maven/org.webjars.npm/typescript/pom.properties")) {
            Properties properties = new Properties();
            properties.load(pom);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream resource = opened(name)) {
            return new String(resource.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream opened(String name) {
        return Objects.requireNonNull(TypeScript.class.getResourceAsStream(name), name);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
