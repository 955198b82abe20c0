package dev.almanac.recurrence.zones;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.time.Instant;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A release of the tz database: the rules of each zone under its IANA id. */
public record ZoneData(String version, NavigableMap<String, ZoneRules> zones) implements ZoneSource {
    private static final Pattern RELEASE = Pattern.compile("\\d{4}[a-z]*");

    /** After {@code z} comes {@code za}. */
    private static final Comparator<String> RELEASES = Comparator.comparing(
                    (String version) -> number(version).replaceAll("[a-z]", ""))
            .thenComparingInt(version -> number(version).length())
            .thenComparing(ZoneData::number);

    public ZoneData {
        zones = Collections.unmodifiableNavigableMap(new TreeMap<>(zones));
    }

    /** The release that this JVM goes by, such as {@code 2026a}. */
    public static String versionInUse() {
        return ZoneRulesProvider.getVersions("UTC").lastKey();
    }

    /** What the JDK came with, whether or not this JVM goes by it. */
    public static ZoneData ofTheJdk() {
        return JdkZones.read(Path.of(System.getProperty("java.home")));
    }

    /** What the suite comes with. */
    public static ZoneData shipped() {
        return new ShippedZones().all();
    }

    @Override
    public Set<String> ids() {
        return zones.keySet();
    }

    @Override
    public ZoneRules rules(String id) {
        return Objects.requireNonNull(zones.get(id), id);
    }

    /** What this JVM goes by. */
    public static ZoneData inUse() {
        var zones = new TreeMap<String, ZoneRules>();
        for (var id : ZoneRulesProvider.getAvailableZoneIds()) {
            zones.put(id, ZoneRulesProvider.getRules(id, false));
        }
        return new ZoneData(versionInUse(), zones);
    }

    /**
     * Reads a directory of compiled zone files, such as the operating system's, or a zip of one.
     *
     * @throws InvalidZoneData if it is not there, or lacks its version or any zone that its own index names
     */
    public static ZoneData load(Path source) {
        if (Files.isDirectory(source)) {
            return new ZoneDirectory(source).read();
        }
        if (!Files.isRegularFile(source)) {
            throw new InvalidZoneData("no zone data at " + source);
        }
        try (var zip = FileSystems.newFileSystem(source)) {
            return new ZoneDirectory(zip.getPath("/")).read();
        } catch (IOException | ProviderNotFoundException e) {
            throw new InvalidZoneData("zone data cannot be read from " + source, e);
        }
    }

    /** Whether this is an earlier release; years, then letters. */
    public boolean isOlderThan(String otherVersion) {
        return isOlder(version, otherVersion);
    }

    static boolean isOlder(String one, String other) {
        return RELEASES.compare(one, other) < 0;
    }

    private static String number(String version) {
        var release = RELEASE.matcher(version);
        return release.find() ? release.group() : "";
    }

    /** The zones of both on which they differ in {@code [from, until)}, each with the first instant on which it does. */
    public NavigableMap<String, Instant> differencesFrom(ZoneData other, Instant from, Instant until) {
        var differences = new TreeMap<String, Instant>();
        for (Map.Entry<String, ZoneRules> zone : zones.entrySet()) {
            var rules = other.zones.get(zone.getKey());
            if (rules != null) {
                firstDifference(zone.getValue(), rules, from, until)
                        .ifPresent(instant -> differences.put(zone.getKey(), instant));
            }
        }
        return differences;
    }

    private static Optional<Instant> firstDifference(ZoneRules one, ZoneRules other, Instant from, Instant until) {
        return Stream.concat(Stream.of(from), Stream.concat(changes(one, from, until), changes(other, from, until)))
                .sorted()
                .filter(instant -> !one.getOffset(instant).equals(other.getOffset(instant)))
                .findFirst();
    }

    private static Stream<Instant> changes(ZoneRules rules, Instant from, Instant until) {
        return Stream.iterate(
                        rules.nextTransition(from),
                        next -> next != null && next.getInstant().isBefore(until),
                        next -> rules.nextTransition(next.getInstant()))
                .map(next -> next.getInstant());
    }
}
