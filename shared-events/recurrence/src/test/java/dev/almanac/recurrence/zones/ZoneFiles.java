package dev.almanac.recurrence.zones;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes small compiled zone files and directories of them. */
final class ZoneFiles {
    private ZoneFiles() {}

    record Change(long instant, int offset) {}

    static byte[] compiled(int firstOffset, List<Change> changes, String footer) {
        return compiled('2', 0, firstOffset, changes, footer);
    }

    static byte[] compiled(char version, int leapSeconds, int firstOffset, List<Change> changes, String footer) {
        var bytes = ByteBuffer.allocate(4096);
        header(bytes, version, 0, 0, 1);
        bytes.putInt(0).putShort((short) 0).put((byte) 0);
        header(bytes, version, leapSeconds, changes.size(), changes.size() + 1);
        changes.forEach(change -> bytes.putLong(change.instant()));
        for (int i = 1; i <= changes.size(); i++) {
            bytes.put((byte) i);
        }
        bytes.putInt(firstOffset).putShort((short) 0);
        changes.forEach(change -> bytes.putInt(change.offset()).putShort((short) 0));
        bytes.put((byte) 0);
        bytes.put(("\n" + footer + "\n").getBytes(StandardCharsets.US_ASCII));
        var all = new byte[bytes.position()];
        bytes.flip().get(all);
        return all;
    }

    private static void header(ByteBuffer bytes, char version, int leapSeconds, int changes, int types) {
        bytes.putInt(0x545A6966).put((byte) version).put(new byte[15]);
        bytes.putInt(0)
                .putInt(0)
                .putInt(leapSeconds)
                .putInt(changes)
                .putInt(types)
                .putInt(1);
    }

    static Path directory(Path root, String contents, byte[] testTown) throws IOException {
        Files.createDirectories(root.resolve("Test"));
        Files.writeString(root.resolve("tzdata.zi"), contents);
        Files.write(root.resolve("Test/Town"), testTown);
        return root;
    }
}
