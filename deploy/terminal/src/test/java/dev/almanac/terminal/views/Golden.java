package dev.almanac.terminal.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.terminal.screen.Canvas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a screen has to look like: {@code -Dgolden.write} writes down what it does look like. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/golden");

    private Golden() {}

    static void assertLooksLike(String name, Canvas canvas) throws IOException {
        Path file = FOLDER.resolve(name + ".txt");
        if (System.getProperty("golden.write") != null) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, canvas.text() + "\n");
        }
        assertThat(canvas.text() + "\n").isEqualTo(Files.readString(file));
    }
}
