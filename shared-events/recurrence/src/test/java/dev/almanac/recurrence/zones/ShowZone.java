package dev.almanac.recurrence.zones;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;

/** Started in a JVM of its own: prints what that JVM thinks of a zone. */
final class ShowZone {
    private ShowZone() {}

    public static void main(String[] args) {
        var offset = ZoneId.of(args[0]).getRules().getOffset(Instant.ofEpochSecond(1_050_000_000));
        System.out.println(ZoneRulesProvider.getVersions(args[0]).keySet() + " " + offset);
    }
}
