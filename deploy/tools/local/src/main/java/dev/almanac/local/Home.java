package dev.almanac.local;

import dev.almanac.local.machine.Folders;
import dev.almanac.local.machine.StartFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folders: the project that was built, and the data of one suite, which one launcher at a time may use. */
final class Home implements AutoCloseable {
    private static final String LOCK = ".lock";
    /** What parts write, also those of earlier builds, which let others read keys and data. */
    private static final List<String> OURS = List.of(
            LOCK, "logs", "issuer", "kafka", "kafka-2", "kafka-3", "mongodb", "postgresql", "secrets", "streams");

    private final Path root;
    private final Path data;
    private final FileLock lock;

    private Home(Path root, Path data, FileLock lock) {
        this.root = root;
        this.data = data;
        this.lock = lock;
    }

    static Home open(Path root, Path data, boolean reset) {
        try {
            Files.createDirectories(data);
            FileLock lock = lock(data);
            if (reset) {
                Folders.delete(data, data.resolve(LOCK));
            }
            Files.createDirectories(data.resolve("logs"));
            for (String part : OURS) {
                Folders.keepToOwner(data.resolve(part));
            }
            return new Home(root, data, lock);
        } catch (IOException e) {
            throw new StartFailure(
                    "the data folder " + data + " cannot be used (" + e + "): repair it, or pass --reset");
        }
    }

    /** The folder that has {@code mvnw}, at or above where we are. */
    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new StartFailure("this is not inside the project: " + here);
    }

    Path data(String part) {
        return data.resolve(part);
    }

    Path logs() {
        return data.resolve("logs");
    }

    ClassPath classPath(String module) {
        return ClassPath.of(root.resolve(module));
    }

    private static FileLock lock(Path data) throws IOException {
        FileChannel channel = FileChannel.open(data.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new StartFailure("another ./up uses the data folder " + data + ": stop it first");
        }
        return lock;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new StartFailure("the data folder cannot be let go: " + e.getMessage());
        }
    }
}
