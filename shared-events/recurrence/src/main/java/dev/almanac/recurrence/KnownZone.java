package dev.almanac.recurrence;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Zones of what was written by others, who may know newer ones than we do. */
public final class KnownZone {
    private KnownZone() {}

    /** The zone, or UTC: what lies in a zone that we do not know is shown there, and fails nothing that lies beside it. */
    public static ZoneId orUtc(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    public static boolean isOne(String id) {
        try {
            return ZoneId.of(id) != null;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    /**
     * What acts upon times must not act upon those of UTC instead.
     *
     * @throws DateTimeException if we do not know it
     */
    public static void require(String id) {
        ZoneId.of(id);
    }
}
