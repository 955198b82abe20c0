package dev.almanac.web;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;

/** Zones are IANA ids; an offset such as {@code +02:00} is none, because it knows no daylight saving. */
public final class Zones {
    static final String A_ZONE = "an IANA time zone such as Europe/Berlin";

    private Zones() {}

    public static ZoneId parse(String id) {
        if (!isOne(id)) {
            throw new DateTimeException("not an IANA time zone: " + id);
        }
        return ZoneId.of(id);
    }

    static boolean isOne(String id) {
        return ZoneRulesProvider.getAvailableZoneIds().contains(id);
    }
}
