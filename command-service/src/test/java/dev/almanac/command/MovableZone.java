package dev.almanac.command;

import java.lang.reflect.Field;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** A made-up zone, whose country may give up its summer time while the tests run. */
public final class MovableZone extends ZoneRulesProvider {
    public static final String ID = "Testland/Capital";
    private static final ZoneRules WITH_SUMMER_TIME = ZoneId.of("Europe/Vienna").getRules();
    private static final ZoneRules WITHOUT = ZoneRules.of(ZoneOffset.ofHours(1));
    private static final MovableZone ZONE = new MovableZone();
    private volatile ZoneRules rules = WITH_SUMMER_TIME;

    static {
        ZoneRulesProvider.registerProvider(ZONE);
    }

    public static void keepsSummerTime() {
        goBy(WITH_SUMMER_TIME);
    }

    public static void givesUpSummerTime() {
        goBy(WITHOUT);
    }

    /** Outside of tests a process goes by the same data for as long as it lives, and so keeps what it knows of a zone. */
    private static void goBy(ZoneRules rules) {
        ZONE.rules = rules;
        try {
            Field known =
                    Class.forName("dev.almanac.recurrence.clock.ZoneClock").getDeclaredField("REGIONS");
            known.setAccessible(true);
            ((Map<?, ?>) Objects.requireNonNull(known.get(null))).remove(ID);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Set<String> provideZoneIds() {
        return Set.of(ID);
    }

    @Override
    protected ZoneRules provideRules(String zoneId, boolean forCaching) {
        // Nobody keeps them, as they change.
        return rules;
    }

    @Override
    protected NavigableMap<String, ZoneRules> provideVersions(String zoneId) {
        TreeMap<String, ZoneRules> versions = new TreeMap<>();
        versions.put("made up", rules);
        return versions;
    }
}
