package dev.almanac.recurrence.zones;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;

/** A program that begins as the services do. */
final class ShowNewest {
    private ShowNewest() {}

    public static void main(String[] args) {
        NewestZones.use();
        var instant = Instant.parse("2027-01-15T12:00:00Z");
        System.out.println(ZoneRulesProvider.getVersions("UTC").keySet() + " "
                + ZoneId.of("America/Vancouver").getRules().getOffset(instant) + " "
                + ZoneId.of("SystemV/EST5").getRules().getOffset(instant));
    }
}
