package dev.almanac.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The style sheets in one, in the order of their names. */
final class Styles {
    private Styles() {}

    static String joined(Path folder) throws IOException {
        StringBuilder joined = new StringBuilder();
        for (Path sheet : Folders.files(folder)) {
            joined.append(Files.readString(sheet).strip()).append('\n');
        }
        return joined.toString();
    }
}
