package dev.almanac.recurrence.zones;

import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which zone data a process goes by: the newer of what the suite and the JDK come with, unless a setting names other data, by
 * the system property {@code almanac.zoneinfo} or the environment's {@code ALMANAC_ZONEINFO}. Older data would take changes
 * of clocks back, so it is refused unless {@code almanac.zoneinfo.force} ({@code ALMANAC_ZONEINFO_FORCE}) is {@code true}.
 */
public final class NewestZones {
    private static final String PROVIDER = "java.time.zone.DefaultZoneRulesProvider";
    private static final String SOURCE = "almanac.zoneinfo";
    private static final String FORCE = "almanac.zoneinfo.force";

    private NewestZones() {}

    /** To be called before anything else: the first zone that is looked up fixes the data for as long as the JVM lives. */
    public static void use() {
        if (System.getProperty(PROVIDER) == null && isOnTheClassPath()) {
            System.setProperty(PROVIDER, LoadedZones.class.getName());
            var expected = chosen().version();
            var inUse = ZoneData.versionInUse();
            if (!inUse.equals(expected)) {
                throw new InvalidZoneData("zones of " + inUse + " were looked up before those of " + expected
                        + " were in place: name the provider on the command line, -D" + PROVIDER + "="
                        + LoadedZones.class.getName());
            }
        }
    }

    /** The JDK asks the system's class loader, which does not look into jars within jars. */
    private static boolean isOnTheClassPath() {
        try {
            Class.forName(LoadedZones.class.getName(), false, ClassLoader.getSystemClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    static ZoneSource chosen() {
        return chosen(NewestZones::setting, new ShippedZones(), jdk());
    }

    /**
     * Refuses what may not be used, in words for whoever started us.
     *
     * @throws InvalidZoneData if it is damaged, or older than what would be used without it and not forced
     */
    public static void check(Path source, boolean forced) {
        chosen(name -> name.equals(SOURCE) ? source.toString() : Boolean.toString(forced), new ShippedZones(), jdk());
    }

    private static ZoneSource jdk() {
        return ZoneData.ofTheJdk();
    }

    static ZoneSource chosen(Function<String, @Nullable String> settings, ZoneSource shipped, ZoneSource jdk) {
        var newest = ZoneData.isOlder(shipped.version(), jdk.version()) ? jdk : shipped;
        var source = settings.apply(SOURCE);
        if (source == null || source.isBlank()) {
            return newest;
        }
        var data = ZoneData.load(Path.of(source));
        if (data.isOlderThan(newest.version()) && !Boolean.parseBoolean(settings.apply(FORCE))) {
            throw new InvalidZoneData("zone data at " + source + " is of release " + data.version() + ", older than "
                    + newest.version() + " that would be used without it: changes of clocks would be taken back."
                    + " Leave it out, or force it (" + FORCE + "=true, ./up --force-zoneinfo)");
        }
        return data;
    }

    private static @Nullable String setting(String name) {
        var property = System.getProperty(name);
        return property != null
                ? property
                : System.getenv(name.replace('.', '_').toUpperCase(java.util.Locale.ROOT));
    }
}
