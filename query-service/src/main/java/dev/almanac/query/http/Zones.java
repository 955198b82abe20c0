package dev.almanac.query.http;

import dev.almanac.events.recurrence.KnownZone;
import java.time.DateTimeException;
import java.time.ZoneId;

/** Zones are IANA ids; a bare offset is none. */
public final class Zones {
    private Zones() {}

    /**
     * The zone of something that is there already. Whoever wrote it may know newer zones than we do: its times are shown in
     * UTC then, beside the name as it was written, and nothing that lies beside it fails.
     */
    public static ZoneId shown(String id) {
        return KnownZone.orUtc(id);
    }

    public static ZoneId parse(String id) {
        if (!id.equals("UTC") && !ZoneId.getAvailableZoneIds().contains(id)) {
            throw new DateTimeException("not an IANA time zone: " + id);
        }
        return ZoneId.of(id);
    }
}
