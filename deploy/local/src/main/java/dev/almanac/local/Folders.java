package dev.almanac.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders as a whole. */
public final class Folders {
    private Folders() {}

    /** Deletes a folder and all that is in it, except the file to spare; fine when there is none. */
    public static void delete(Path folder, Path... spared) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (Stream.of(spared).noneMatch(spare -> spare.startsWith(path))) {
                    Files.delete(path);
                }
            }
        }
    }
}
