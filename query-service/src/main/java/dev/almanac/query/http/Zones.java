package dev.almanac.query.http;

import java.time.DateTimeException;
import java.time.ZoneId;

/** Zones are IANA ids; a bare offset is none. */
public final class Zones {
    private Zones() {}

    public static ZoneId parse(String id) {
        if (!id.equals("UTC") && !ZoneId.getAvailableZoneIds().contains(id)) {
            throw new DateTimeException("not an IANA time zone: " + id);
        }
        return ZoneId.of(id);
    }
}
