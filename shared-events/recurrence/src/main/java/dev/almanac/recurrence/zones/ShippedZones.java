package dev.almanac.recurrence.zones;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.zone.ZoneRules;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/**
 * The zone data that comes with the suite: Joda-Time's compiled form of a release of the tz database, of which the build takes
 * the files and the manifest that names the release.
 */
final class ShippedZones implements ZoneSource {
    private static final String FOLDER = "/dev/almanac/zones/";
    private static final Pattern RELEASE = Pattern.compile("(\\d{4}[a-z]+?)(?:gtz)?");

    private final String version;
    private final NavigableMap<String, String> files;
    private final ConcurrentHashMap<String, ZoneRules> rules = new ConcurrentHashMap<>();

    ShippedZones() {
        version = release();
        files = index();
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Set<String> ids() {
        return files.keySet();
    }

    /** Read when it is first asked for: six hundred files would hold up every start by a third of a second. */
    @Override
    public ZoneRules rules(String id) {
        return rules.computeIfAbsent(Objects.requireNonNull(files.get(id), id), ShippedZones::zone);
    }

    ZoneData all() {
        var zones = new TreeMap<String, ZoneRules>();
        ids().forEach(id -> zones.put(id, rules(id)));
        return new ZoneData(version, zones);
    }

    private static String release() {
        try (var in = open("MANIFEST.MF")) {
            var named = new Manifest(in).getMainAttributes().getValue("Time-Zone-Database-Version");
            var release = RELEASE.matcher(named == null ? "" : named);
            if (!release.matches()) {
                throw new InvalidZoneData("the zone data that comes with the suite does not name its release");
            }
            return release.group(1);
        } catch (IOException e) {
            throw damaged("MANIFEST.MF", e);
        }
    }

    private static NavigableMap<String, String> index() {
        try (var in = new DataInputStream(open("ZoneInfoMap"))) {
            var names = new String[in.readUnsignedShort()];
            for (int i = 0; i < names.length; i++) {
                names[i] = in.readUTF();
            }
            var files = new TreeMap<String, String>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                files.put(names[in.readUnsignedShort()], names[in.readUnsignedShort()]);
            }
            return files;
        } catch (IOException | ArrayIndexOutOfBoundsException e) {
            throw damaged("ZoneInfoMap", e);
        }
    }

    private static ZoneRules zone(String name) {
        try (var in = new DataInputStream(open(name))) {
            return JodaZone.read(in);
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            throw damaged(name, e);
        }
    }

    private static InputStream open(String name) throws IOException {
        var in = ShippedZones.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IOException("it is not there");
        }
        return new BufferedInputStream(in);
    }

    private static InvalidZoneData damaged(String name, Exception cause) {
        return new InvalidZoneData("the zone data that comes with the suite cannot be read: " + name, cause);
    }
}
