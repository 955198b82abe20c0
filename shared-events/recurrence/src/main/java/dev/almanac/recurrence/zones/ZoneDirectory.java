package dev.almanac.recurrence.zones;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.TreeMap;

/**
 * A directory of compiled zone files with {@code tzdata.zi}, the tz database's own one-file form, as its table of contents:
 * it names the version, every zone and every link.
 */
record ZoneDirectory(Path root) {
    private static final String CONTENTS = "tzdata.zi";
    private static final String VERSION = "# version ";

    /** Many times what they are today: 110 KB, and 4 KB. */
    private static final int CONTENTS_MAX = 4 << 20;

    private static final int ZONE_MAX = 256 << 10;

    ZoneData read() {
        var contents = contents();
        if (contents.isEmpty() || !contents.getFirst().startsWith(VERSION)) {
            throw new InvalidZoneData("the version is missing from " + file(CONTENTS));
        }
        var zones = new TreeMap<String, ZoneRules>();
        for (var line : contents) {
            if (isOf(line, "Z")) {
                var id = words(line, 2)[1];
                zones.put(id, zone(id));
            }
        }
        for (var line : contents) {
            if (isOf(line, "L")) {
                link(words(line, 3), zones);
            }
        }
        if (zones.isEmpty()) {
            throw new InvalidZoneData("no zone is named in " + file(CONTENTS));
        }
        return new ZoneData(contents.getFirst().substring(VERSION.length()).strip(), zones);
    }

    private String[] words(String line, int least) {
        var words = line.strip().split(" +", -1);
        if (words.length < least) {
            throw new InvalidZoneData(file(CONTENTS) + ": '" + shortened(line) + "' cannot be read");
        }
        return words;
    }

    private static boolean isOf(String line, String kind) {
        return line.equals(kind) || line.startsWith(kind + " ");
    }

    private static String shortened(String line) {
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }

    private List<String> contents() {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(CONTENTS, CONTENTS_MAX)));
            return text.toString().lines().toList();
        } catch (IOException e) {
            throw new InvalidZoneData(
                    "no table of contents, so it cannot be told whether zones are missing: " + file(CONTENTS), e);
        }
    }

    private ZoneRules zone(String id) {
        try {
            return CompiledZone.read(bytes(id, ZONE_MAX));
        } catch (IOException e) {
            throw new InvalidZoneData("zone " + id + " is missing: " + file(id), e);
        } catch (InvalidZoneData e) {
            throw new InvalidZoneData(file(id) + ": " + e.getMessage(), e);
        }
    }

    private Path file(String name) {
        try {
            return root.resolve(name);
        } catch (InvalidPathException e) {
            throw new InvalidZoneData(root.resolve(CONTENTS) + " names a file that cannot be: " + e.getReason(), e);
        }
    }

    /** What is in a file of this folder, whatever leads to it, and no more than such a file has. */
    private byte[] bytes(String name, int most) throws IOException {
        var real = file(name).toRealPath();
        if (!real.startsWith(root.toRealPath())) {
            throw new InvalidZoneData(file(name) + " leads out of its folder");
        }
        try (var in = Files.newInputStream(real)) {
            var bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new InvalidZoneData(file(name) + " is larger than " + most + " bytes");
            }
            return bytes;
        }
    }

    /** A link may lead to a link, which need not come first; the file of such a name says the same. */
    private void link(String[] line, TreeMap<String, ZoneRules> zones) {
        var target = zones.get(line[1]);
        zones.put(line[2], target == null ? zone(line[2]) : target);
    }
}
