package dev.almanac.local;

import dev.almanac.local.machine.StartFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a module runs on, as its build laid it out: its own jar and the jars beside it. Classes that have changed since then
 * stand in for the jar, and nothing is kept of how they start.
 */
record ClassPath(Path target, List<Path> entries) {

    static ClassPath of(Path module) {
        Path target = module.resolve("target");
        Path classes = target.resolve("classes");
        Path lib = target.resolve("lib");
        if (!Files.isDirectory(lib) || !Files.isDirectory(classes)) {
            throw new StartFailure(module.getFileName() + " has not been built: run ./mvnw -DskipTests package");
        }
        Path own = jars(target).stream()
                .filter(jar -> holds(jar, classes))
                .findFirst()
                .orElse(classes);
        return new ClassPath(
                target, Stream.concat(Stream.of(own), jars(lib).stream()).toList());
    }

    ClassPath and(ClassPath other) {
        return new ClassPath(
                target,
                Stream.concat(entries.stream(), Stream.of(other.entries.getFirst()))
                        .toList());
    }

    boolean isOfJars() {
        return entries.stream().noneMatch(Files::isDirectory);
    }

    boolean isOlderThan(Path file) {
        return entries.stream().allMatch(entry -> modified(entry).compareTo(modified(file)) < 0);
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.toString().endsWith("-tests.jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StartFailure(folder + " cannot be read: " + e);
        }
    }

    /** A build that makes the same classes again leaves the jar as it is, so that newer files may be what it holds. */
    private static boolean holds(Path jar, Path classes) {
        FileTime made = modified(jar);
        try (ZipFile archive = new ZipFile(jar.toFile());
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> modified(file).compareTo(made) > 0)
                    .toList()) {
                ZipEntry entry =
                        archive.getEntry(classes.relativize(file).toString().replace(File.separatorChar, '/'));
                if (entry == null || entry.getCrc() != checksum(file)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new StartFailure(jar + " or " + classes + " cannot be read: " + e);
        }
    }

    private static long checksum(Path file) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(Files.readAllBytes(file));
        return crc.getValue();
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new StartFailure(file + " cannot be read: " + e);
        }
    }

    @Override
    public String toString() {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
