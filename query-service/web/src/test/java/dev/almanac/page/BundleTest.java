package dev.almanac.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
    @TempDir
    private Path folder;

    @Test
    void puts_together_what_is_imported_and_nothing_else() throws Exception {
        script("main.js", "import { greet } from './greet.js';\ndocument.title = greet('Ana');\n");
        script("greet.js", "export const greet = (name) => `Hello ${name}`;\nexport const unused = 1;\n");
        script("idle.js", "document.title = 'nobody imports this';\n");

        bundle().make(List.of(scripts()));

        assertThat(Files.readString(bundled()))
                .contains("Hello ")
                .doesNotContain("nobody imports this")
                .startsWith("(function(){")
                .endsWith("//# sourceMappingURL=app.js.map\n");
        assertThat(Files.readString(folder.resolve("bundle").resolve("app.js.map")))
                .contains("scripts/greet.js", "export const greet");
    }

    @Test
    void fails_on_a_warning_and_says_where_it_is() throws Exception {
        script("main.js", "export function unreachable() {\n  return 1;\n  document.title = 'never';\n}\n");

        assertThatThrownBy(() -> bundle().make(List.of(scripts())))
                .isInstanceOf(BuildFailure.class)
                .hasMessageContaining("scripts/main.js:3");
    }

    @Test
    void fails_on_an_import_of_what_is_not_there() throws Exception {
        script("main.js", "import { nothing } from './nowhere.js';\nnothing();\n");

        assertThatThrownBy(() -> bundle().make(List.of(scripts())))
                .isInstanceOf(BuildFailure.class)
                .hasMessageContaining("nowhere.js");
    }

    @Test
    void is_made_anew_when_a_script_has_changed_and_only_then() throws Exception {
        script("main.js", "document.title = 'one';\n");
        bundle().make(List.of(scripts()));
        Files.writeString(bundled(), "kept");

        bundle().make(List.of(scripts()));
        assertThat(bundled()).hasContent("kept");

        script("main.js", "document.title = 'two';\n");
        bundle().make(List.of(scripts()));
        assertThat(Files.readString(bundled())).contains("two");
    }

    private Bundle bundle() {
        return new Bundle(folder.resolve("bundle"), List.of());
    }

    private Path bundled() {
        return folder.resolve("bundle").resolve("app.js");
    }

    private Path scripts() {
        return folder.resolve("scripts");
    }

    private void script(String name, String text) throws IOException {
        Files.createDirectories(scripts());
        Files.writeString(scripts().resolve(name), text);
    }
}
