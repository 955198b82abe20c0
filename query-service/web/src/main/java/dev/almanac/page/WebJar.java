package dev.almanac.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A package of npm in a jar.
 *
 * @param folder in which its files are, in the jar
 */
record WebJar(Path jar, String folder, String name, String version, String license) {
    private static final Pattern ITSELF = Pattern.compile("(META-INF/resources/webjars/[^/]+/[^/]+/)package\\.json");
    private static final Pattern LICENCE = Pattern.compile("LICEN[CS]E(\\.\\w+)?");
    /** What browsers are not given as modules: for other programs, for debugging, or in other forms. */
    private static final Pattern NO_MODULE =
            Pattern.compile("(^|/)(node|development|src|test)/|\\.(global|umd|min|cjs)\\.|\\.(?!js$|json$)\\w+$");
    /** Of maps that are not taken along. */
    private static final Pattern MAPPED = Pattern.compile("(?m)^//# sourceMappingURL=.*$");

    static List<WebJar> onClassPath() throws IOException {
        List<WebJar> all = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (entry.endsWith(".jar")) {
                in(Path.of(entry)).ifPresent(all::add);
            }
        }
        all.sort(Comparator.comparing(WebJar::name));
        return all;
    }

    private static Optional<WebJar> in(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Optional<Matcher> found = file.stream()
                    .map(entry -> ITSELF.matcher(entry.getName()))
                    .filter(Matcher::matches)
                    .findFirst();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            JsonNode about = JsonMapper.shared().readTree(text(file, found.get().group()));
            return Optional.of(new WebJar(
                    jar,
                    found.get().group(1),
                    about.path("name").asString(),
                    about.path("version").asString(),
                    about.path("license").asString()));
        }
    }

    /** Its modules, where whoever resolves imports as Node.js does finds them. */
    void unpackInto(Path nodeModules) throws IOException {
        Path home = nodeModules.resolve(name);
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : entries(file)) {
                String path = entry.getName().substring(folder.length());
                if (!NO_MODULE.matcher(path).find()) {
                    Path target = home.resolve(path).normalize();
                    if (!target.startsWith(home)) {
                        throw new BuildFailure(jar + " leads out of its folder: " + path);
                    }
                    Files.createDirectories(target.getParent());
                    Files.writeString(
                            target, MAPPED.matcher(text(file, entry.getName())).replaceAll(""));
                }
            }
        }
    }

    /** What their authors ask to be told to everybody who gets a copy. */
    static String licences(List<WebJar> all) throws IOException {
        StringBuilder texts = new StringBuilder("This page contains:\n");
        for (WebJar one : all) {
            texts.append("\n\n%s %s (%s)\n\n%s".formatted(one.name, one.version, one.license, one.licence()));
        }
        return texts.toString();
    }

    private String licence() throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            JarEntry found = entries(file).stream()
                    .filter(entry -> LICENCE.matcher(entry.getName().substring(folder.length()))
                            .matches())
                    .findFirst()
                    .orElseThrow(() -> new BuildFailure(name + " says nothing of its licence"));
            return text(file, found.getName());
        }
    }

    private List<JarEntry> entries(JarFile file) {
        return Stream.of(file)
                .flatMap(JarFile::stream)
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(folder))
                .toList();
    }

    private static String text(JarFile file, String name) throws IOException {
        try (var content = file.getInputStream(file.getEntry(name))) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }
}
