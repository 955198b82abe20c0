package dev.almanac.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page that the build has made. */
class PageTest {
    private static final Path PAGE = Path.of("target", "classes", "page");
    private static final long COMPRESSED_BYTES_MAX = 400_000;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");
    private static final Pattern INLINE_SCRIPT = Pattern.compile("(?is)<script(?![^>]*\\ssrc=)[^>]*>");
    private static final Pattern INLINE_STYLE = Pattern.compile("(?is)<style\\b|\\sstyle\\s*=");
    private static final Pattern HANDLER = Pattern.compile("(?is)<[^>]*\\son\\w+\\s*=|javascript:");

    static Stream<Path> html() throws IOException {
        return Folders.files(PAGE).stream().filter(file -> file.toString().endsWith(".html"));
    }

    static Stream<Path> texts() throws IOException {
        return Folders.files(PAGE.resolve("texts")).stream()
                .filter(file -> file.toString().endsWith(".json"));
    }

    @Test
    void what_a_browser_needs_to_begin_with_is_not_much() throws IOException {
        long texts = 0;
        for (Path file : texts().toList()) {
            texts = Math.max(texts, sent(file));
        }
        long all = sent(PAGE.resolve("index.html"))
                + sent(PAGE.resolve("app.js"))
                + sent(PAGE.resolve("styles.css"))
                + texts;
        assertThat(all).as("bytes with gzip").isLessThan(COMPRESSED_BYTES_MAX);
    }

    /** With gzip, where that helps. */
    private static long sent(Path file) throws IOException {
        Path compressed = Path.of(file + ".gz");
        return Files.size(Files.exists(compressed) ? compressed : file);
    }

    @Test
    void what_is_compressed_is_what_stands_beside_it() throws IOException {
        for (Path file : Folders.files(PAGE)) {
            if (file.toString().endsWith(".gz")) {
                Path plain = Path.of(file.toString().replaceAll("\\.gz$", ""));
                try (var content = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
                    assertThat(content.readAllBytes()).as(file.toString()).isEqualTo(Files.readAllBytes(plain));
                }
            }
        }
        assertThat(PAGE.resolve("app.js.gz")).exists();
    }

    @Test
    void licences_of_all_that_is_bundled_are_told() throws IOException {
        assertThat(Files.readString(PAGE.resolve("licenses.txt")))
                .contains("@fullcalendar/core", "preact", "lit-html", "Permission is hereby granted", "Google LLC");
    }

    /** What would need the compiler's own library is not lowered: that is not in the bundle. */
    @Test
    void the_bundle_asks_for_nothing_that_it_does_not_have() throws IOException {
        assertThat(Files.readString(PAGE.resolve("app.js"))).doesNotContain("$jscomp.");
    }

    /** The page is served with a policy that lets none of it run. */
    @ParameterizedTest
    @MethodSource("html")
    void nothing_stands_in_the_markup_that_browsers_refuse(Path file) throws IOException {
        assertThat(Files.readString(file))
                .doesNotContainPattern(INLINE_SCRIPT)
                .doesNotContainPattern(INLINE_STYLE)
                .doesNotContainPattern(HANDLER);
    }

    /** What stands alone is served as it is: a browser would look for its imports. */
    @Test
    void scripts_beside_the_bundle_import_nothing() throws IOException {
        for (Path file : Folders.files(PAGE)) {
            if (file.toString().endsWith(".js") && !file.endsWith("app.js")) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern("\\bimport\\b");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void every_text_is_there_in_every_language_with_the_same_placeholders(Path file) throws IOException {
        Map<String, Set<String>> english = placeholders(PAGE.resolve("texts").resolve("en.json"));
        Map<String, Set<String>> own = placeholders(file);
        assumeThat(own).as("a language that nobody has begun with").isNotEmpty();

        Set<String> differing = new TreeSet<>(english.keySet());
        differing.addAll(own.keySet());
        differing.removeIf(key -> Objects.equals(own.get(key), english.get(key)));
        assertThat(differing).isEmpty();
    }

    private static Map<String, Set<String>> placeholders(Path file) throws IOException {
        Map<String, Set<String>> all = new TreeMap<>();
        JsonMapper.shared().readTree(Files.readString(file)).properties().forEach(text -> {
            Set<String> found = new TreeSet<>();
            forms(text.getKey(), text.getValue())
                    .flatMap(form -> PLACEHOLDER.matcher(form).results())
                    .map(MatchResult::group)
                    .forEach(found::add);
            all.put(text.getKey(), found);
        });
        return all;
    }

    /** One, or one for each plural category that the language has. */
    private static Stream<String> forms(String key, JsonNode text) {
        if (text.isObject()) {
            assertThat(text.propertyNames())
                    .as(key)
                    .contains("other")
                    .isSubsetOf("zero", "one", "two", "few", "many", "other");
        }
        List<JsonNode> forms = text.isObject() ? text.valueStream().toList() : List.of(text);
        assertThat(forms).as(key).allMatch(JsonNode::isString);
        return forms.stream().map(JsonNode::stringValue);
    }
}
