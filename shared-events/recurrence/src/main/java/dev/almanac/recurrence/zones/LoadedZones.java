package dev.almanac.recurrence.zones;

import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts the newest zone data in the place of the JDK's for the whole JVM. It must be there before the first zone is looked up:
 * {@link NewestZones#use} is the first thing that a service does, or the command line names it:
 *
 * <pre>-Djava.time.zone.DefaultZoneRulesProvider=dev.almanac.recurrence.zones.LoadedZones</pre>
 *
 * If the data cannot be used the JVM does not start.
 */
public final class LoadedZones extends ZoneRulesProvider {
    private final ZoneSource source;

    /** What only the JDK knows (SystemV/…) stays known: somebody may have booked in it. */
    private final ZoneSource jdk;

    /** Called by the JDK. */
    public LoadedZones() {
        this(NewestZones.chosen(), ZoneData.ofTheJdk());
    }

    LoadedZones(ZoneSource source, ZoneSource jdk) {
        this.source = source;
        this.jdk = jdk;
    }

    @Override
    protected Set<String> provideZoneIds() {
        var ids = new TreeSet<>(jdk.ids());
        ids.addAll(source.ids());
        return ids;
    }

    @Override
    protected ZoneRules provideRules(String zoneId, boolean forCaching) {
        if (source.ids().contains(zoneId)) {
            return source.rules(zoneId);
        }
        if (jdk.ids().contains(zoneId)) {
            return jdk.rules(zoneId);
        }
        throw new ZoneRulesException("Unknown time-zone ID: " + zoneId);
    }

    @Override
    protected NavigableMap<String, ZoneRules> provideVersions(String zoneId) {
        var versions = new TreeMap<String, ZoneRules>();
        versions.put(source.version(), provideRules(zoneId, false));
        return versions;
    }
}
