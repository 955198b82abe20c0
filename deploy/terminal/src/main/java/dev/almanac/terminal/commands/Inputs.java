package dev.almanac.terminal.commands;

import dev.almanac.terminal.console.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a command line names, where a dash is the standard input. */
final class Inputs {
    private static final String STANDARD_INPUT = "-";

    private Inputs() {}

    static byte[] read(Surroundings surroundings, String file) throws IOException {
        return file.equals(STANDARD_INPUT) ? surroundings.in().readAllBytes() : Files.readAllBytes(Path.of(file));
    }
}
