package dev.almanac.terminal.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.terminal.screen.Canvas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a screen has to look like: where {@code GOLDEN_WRITE} is set in the environment, what it does look like is written down. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/golden");

    private Golden() {}

    static void assertLooksLike(String name, Canvas canvas) throws IOException {
        Path file = FOLDER.resolve(name + ".txt");
        if (System.getenv("GOLDEN_WRITE") != null) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, canvas.text() + "\n");
        }
        assertThat(canvas.text() + "\n").isEqualTo(Files.readString(file));
    }
}
