package dev.almanac.terminal.login;

import dev.almanac.terminal.api.Json;
import dev.almanac.terminal.api.NotSignedIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Credentials by the host they are for. The file is made with its rights, never given them afterwards, and one that others can
 * read is not read.
 */
public record CredentialsFile(Path path) {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final FileAttribute<?> FILE = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    private static final FileAttribute<?> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** Where the XDG base directory specification has it. */
    public static CredentialsFile in(Map<String, String> environment) {
        String configured = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path folder = configured.isEmpty()
                ? Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".config")
                : Path.of(configured);
        return new CredentialsFile(folder.resolve("almanac").resolve("credentials.json"));
    }

    public Optional<Credentials> of(URI origin) {
        JsonNode kept = read().path(origin.toString());
        return kept.isObject() ? Optional.of(Credentials.of(kept)) : Optional.empty();
    }

    public void keep(URI origin, Credentials credentials) {
        ObjectNode all = read();
        all.set(origin.toString(), credentials.json());
        write(all);
    }

    /** Whether there was anything to forget. */
    public boolean forget(URI origin) {
        ObjectNode all = read();
        if (all.remove(origin.toString()) == null) {
            return false;
        }
        write(all);
        return true;
    }

    /** Does it while no other process does: a refresh token is worth nothing twice, so that of two programs one would be signed out. */
    <T> T alone(Supplier<T> work) {
        try {
            Path lock = folder().resolve("credentials.lock");
            Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try (FileChannel channel = FileChannel.open(lock, options, FILE);
                    FileLock _ = channel.lock()) {
                return work.get();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode read() {
        try {
            String text = Files.exists(path) ? guarded() : "{}";
            return Json.read(text) instanceof ObjectNode object ? object : Json.object();
        } catch (NoSuchFileException goneMeanwhile) {
            return Json.object();
        } catch (JacksonException damaged) {
            throw new NotSignedIn(path + " cannot be understood: delete it, and run almanac login");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String guarded() throws IOException {
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(path);
        if (!OWNER_ONLY.containsAll(rights)) {
            throw new NotSignedIn(path + " has the rights " + PosixFilePermissions.toString(rights)
                    + ", by which others may have read it: delete it and run almanac login, or chmod 600 it");
        }
        return Files.readString(path);
    }

    private void write(ObjectNode all) {
        try {
            Path draft = Files.createTempFile(folder(), "credentials", ".draft", FILE);
            try {
                Files.writeString(draft, all.toString());
                Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        return folder == null ? Path.of("/") : Files.createDirectories(folder, FOLDER);
    }
}
