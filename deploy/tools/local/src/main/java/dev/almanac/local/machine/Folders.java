package dev.almanac.local.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** Folders as a whole. */
public final class Folders {
    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private Folders() {}

    /** Takes from everybody else what they could do with the folder and all that is in it; as the system allows. */
    public static void keepToOwner(Path folder) throws IOException {
        if (!Files.exists(folder)
                || !folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                keepOneToOwner(path);
            }
        }
    }

    /** An empty file, unless there is one. */
    public static void createForOwner(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        keepToOwner(file);
    }

    private static void keepOneToOwner(Path path) throws IOException {
        try {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(path));
            if (permissions.retainAll(OWNER)) {
                Files.setPosixFilePermissions(path, permissions);
            }
        } catch (NoSuchFileException gone) {
            // A server renames and deletes its files as it goes.
        }
    }

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
