package dev.almanac.local.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {
    @TempDir
    Path folder;

    @Test
    void the_first_on_the_path_is_taken() throws IOException {
        Path chrome = program(folder.resolve("google-chrome"));
        assertThat(searched("").found()).contains(chrome);

        Path chromium = program(folder.resolve("chromium"));
        assertThat(searched("").found()).contains(chromium);
        assertThat(searched("required").found()).contains(chromium);
    }

    @Test
    void the_one_that_is_named_is_taken() throws IOException {
        program(folder.resolve("chromium"));
        Path named = program(folder.resolve("named"));

        assertThat(searched(named.toString()).found()).contains(named);
    }

    @Test
    void without_one_tests_are_skipped_unless_it_is_required() {
        assertThat(searched("").found()).isEmpty();
        assertThat(searched("").isRequired()).isFalse();

        assertThat(searched("required").isRequired()).isTrue();
        assertThatIllegalStateException()
                .isThrownBy(searched("required")::orFail)
                .withMessageContaining("chromium");
        assertThatIllegalStateException()
                .isThrownBy(searched(folder.resolve("gone").toString())::orFail)
                .withMessageContaining("gone");
    }

    private Chromium searched(String setting) {
        return new Chromium(setting, folder.resolve("empty") + File.pathSeparator + folder);
    }

    private static Path program(Path file) throws IOException {
        Files.createFile(file);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
