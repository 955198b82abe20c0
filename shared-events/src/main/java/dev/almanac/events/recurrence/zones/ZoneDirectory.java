package dev.almanac.events.recurrence.zones;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.TreeMap;

/**
 * A directory of compiled zone files with {@code tzdata.zi}, the tz database's own one-file form, as its table of contents:
 * it names the version, every zone and every link.
 */
record ZoneDirectory(Path root) {
    private static final String VERSION = "# version ";

    ZoneData read() {
        var contents = contents();
        if (contents.isEmpty() || !contents.getFirst().startsWith(VERSION)) {
            throw new InvalidZoneData("the version is missing from " + root.resolve("tzdata.zi"));
        }
        var zones = new TreeMap<String, ZoneRules>();
        for (var line : contents) {
            if (line.startsWith("Z ")) {
                var id = line.split(" ", 3)[1];
                zones.put(id, zone(id));
            }
        }
        for (var line : contents) {
            if (line.startsWith("L ")) {
                link(line.split(" ", -1), zones);
            }
        }
        if (zones.isEmpty()) {
            throw new InvalidZoneData("no zone is named in " + root.resolve("tzdata.zi"));
        }
        return new ZoneData(contents.getFirst().substring(VERSION.length()).strip(), zones);
    }

    private List<String> contents() {
        var file = root.resolve("tzdata.zi");
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InvalidZoneData(
                    "no table of contents, so it cannot be told whether zones are missing: " + file, e);
        }
    }

    private ZoneRules zone(String id) {
        var file = root.resolve(id);
        try {
            return CompiledZone.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new InvalidZoneData("zone " + id + " is missing: " + file, e);
        } catch (InvalidZoneData e) {
            throw new InvalidZoneData(file + ": " + e.getMessage(), e);
        }
    }

    /** A link may lead to a link, which need not come first; the file of such a name says the same. */
    private void link(String[] line, TreeMap<String, ZoneRules> zones) {
        var target = zones.get(line[1]);
        zones.put(line[2], target == null ? zone(line[2]) : target);
    }
}
