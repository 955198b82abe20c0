package dev.almanac.recurrence.zones;

import java.time.zone.ZoneRules;
import java.util.Set;

/** Where the rules of zones come from. */
interface ZoneSource {
    /** The release, such as {@code 2026f}. */
    String version();

    Set<String> ids();

    /** The rules of one of the ids. */
    ZoneRules rules(String id);
}
