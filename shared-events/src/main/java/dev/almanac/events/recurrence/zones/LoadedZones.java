package dev.almanac.events.recurrence.zones;

import java.nio.file.Path;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts loaded zone data in the place of the JDK's for the whole JVM. It must be there before the first zone is looked up, so
 * it is named on the command line:
 *
 * <pre>-Djava.time.zone.DefaultZoneRulesProvider=dev.almanac.events.recurrence.zones.LoadedZones
 * -Dalmanac.zoneinfo=/usr/share/zoneinfo</pre>
 *
 * If the data cannot be used the JVM does not start.
 */
public final class LoadedZones extends ZoneRulesProvider {
    private static final String SOURCE = "almanac.zoneinfo";

    private final ZoneData data;

    /** Called by the JDK. */
    public LoadedZones() {
        this(fromProperty());
    }

    LoadedZones(ZoneData data) {
        this.data = data;
    }

    private static ZoneData fromProperty() {
        var source = System.getProperty(SOURCE);
        if (source == null) {
            throw new InvalidZoneData("the system property " + SOURCE + " does not say where zone data is");
        }
        return ZoneData.load(Path.of(source));
    }

    @Override
    protected Set<String> provideZoneIds() {
        return data.zones().keySet();
    }

    @Override
    protected ZoneRules provideRules(String zoneId, boolean forCaching) {
        var rules = data.zones().get(zoneId);
        if (rules == null) {
            throw new ZoneRulesException("Unknown time-zone ID: " + zoneId);
        }
        return rules;
    }

    @Override
    protected NavigableMap<String, ZoneRules> provideVersions(String zoneId) {
        var versions = new TreeMap<String, ZoneRules>();
        versions.put(data.version(), provideRules(zoneId, false));
        return versions;
    }
}
