package dev.almanac.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each service is made of is in its bill of materials, under licences that we may pass on. */
class LibrariesTest {
    private static final Path REPORT = Path.of("target", "licences.md");

    /** Licences under which a service may be passed on as a whole under ours. Of several that are offered, one is enough. */
    private static final List<String> FREE = List.of(
            "Apache",
            "MIT",
            "BSD",
            "EPL",
            "Eclipse",
            "EDL",
            "MPL",
            "CC0",
            "Public Domain",
            "LGPL",
            "Lesser General Public License",
            "CDDL",
            "ISC",
            "GPL-2.0-with-classpath-exception",
            "GPL2 w/ CPE",
            "Go License",
            "Bouncy Castle",
            "Unicode",
            "Bitstream Vera",
            "PostgreSQL",
            "0BSD");

    static Stream<Image> images() {
        return Image.all().stream();
    }

    @ParameterizedTest
    @MethodSource("images")
    void a_bill_of_materials_names_exactly_the_libraries_that_a_service_runs_on(Image image) throws IOException {
        try (Stream<Path> jars = Files.list(image.folder().resolve("target/lib"))) {
            Set<String> named = Library.of(image).stream().map(Library::file).collect(Collectors.toSet());
            List<String> run = jars.map(jar -> jar.getFileName().toString().replaceFirst("\\.jar$", ""))
                    .toList();

            assertThat(run).allSatisfy(jar -> assertThat(named).anyMatch(jar::startsWith));
            assertThat(named).allSatisfy(library -> assertThat(run).anyMatch(jar -> jar.startsWith(library)));
        }
    }

    @Test
    void every_library_may_be_passed_on_and_a_report_says_under_which_licence() throws IOException {
        List<Library> all = images()
                .map(Library::of)
                .flatMap(List::stream)
                .filter(library -> !library.isOurs())
                .collect(Collectors.toMap(Library::file, Function.identity(), (one, _) -> one))
                .values()
                .stream()
                .toList();
        Files.writeString(REPORT, report(all));

        assertThat(all)
                .hasSizeGreaterThan(100)
                .allSatisfy(library -> assertThat(library.licences())
                        .as(library.group() + ":" + library.file())
                        .anyMatch(LibrariesTest::isFree));
    }

    private static boolean isFree(String licence) {
        return FREE.stream().anyMatch(licence::contains);
    }

    private static String report(List<Library> all) {
        Set<String> lines = new TreeSet<>();
        all.forEach(library -> lines.add("| %s:%s | %s | %s |"
                .formatted(library.group(), library.name(), library.version(), String.join(", ", library.licences()))));
        return "# Licences\n\n| library | version | licence |\n| --- | --- | --- |\n" + String.join("\n", lines) + "\n";
    }
}
