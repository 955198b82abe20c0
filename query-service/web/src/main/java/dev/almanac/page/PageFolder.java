package dev.almanac.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** What is served, and beside each file that gets smaller by it the same with gzip. */
record PageFolder(Path folder) {
    private static final String SCRIPTS = "scripts";
    /** What is worked into other files. */
    private static final Set<String> WORKED_IN = Set.of(SCRIPTS, "styles");

    static PageFolder emptied(Path folder) throws IOException {
        Folders.delete(folder);
        Files.createDirectories(folder);
        return new PageFolder(folder);
    }

    void copy(Path sources) throws IOException {
        for (Path file : Folders.files(sources)) {
            if (!WORKED_IN.contains(sources.relativize(file).getName(0).toString())) {
                Folders.copy(file, sources, folder);
            }
        }
    }

    /** Those that stand alone, beside the one that the bundle begins with. */
    void copyScripts(Path sources, String bundled) throws IOException {
        Path scripts = sources.resolve(SCRIPTS);
        for (Path file : Folders.files(scripts)) {
            if (scripts.equals(file.getParent()) && !file.endsWith(bundled)) {
                Folders.copy(file, scripts, folder);
            }
        }
    }

    void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    void compress() throws IOException {
        for (Path file : Folders.files(folder)) {
            byte[] plain = Files.readAllBytes(file);
            byte[] compressed = compressed(plain);
            if (compressed.length < plain.length) {
                Files.write(Path.of(file + ".gz"), compressed);
            }
        }
    }

    /** Whoever serves them looks nowhere else. */
    void list() throws IOException {
        String names = Folders.files(folder).stream()
                .map(file -> folder.relativize(file).toString().replace('\\', '/') + "\n")
                .collect(Collectors.joining());
        write("files.txt", names);
    }

    private static byte[] compressed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var gzip = new Smallest(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    /** It is done once, and sent often. */
    private static final class Smallest extends GZIPOutputStream {
        Smallest(ByteArrayOutputStream bytes) throws IOException {
            super(bytes);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
