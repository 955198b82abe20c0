package dev.almanac.local;

import dev.almanac.local.machine.Folders;
import dev.almanac.local.machine.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key with which this suite keeps secrets of users. It is made once: with another one nothing of what is kept could be opened.
 * Services read it from a file, because everybody on the machine can read command lines.
 */
record SecretsFile(Path path) {
    private static final String NAME = "secrets.properties";
    private static final int KEY_BYTES = 32;

    static SecretsFile in(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                write(folder.resolve(NAME + ".new"), file);
            }
            Folders.keepToOwner(folder);
            return new SecretsFile(file);
        } catch (IOException e) {
            throw new StartFailure("no key can be kept in " + folder + " (" + e + ")");
        }
    }

    /** Whole, or not at all, and never open to others. */
    private static void write(Path draft, Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Files.deleteIfExists(draft);
        Folders.createForOwner(draft);
        Files.writeString(draft, "almanac.secrets.keys=" + Base64.getEncoder().encodeToString(key) + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    String setting() {
        return "--spring.config.additional-location=" + path.toUri();
    }
}
