package dev.almanac.query.calendars.export;

import dev.almanac.events.TimeSlot;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** A VTIMEZONE (RFC 5545 3.6.5) that holds for a span of time: every change of the clocks in it, one by one. */
final class IcsZone {
    /** Two changes a year for a century. */
    private static final int CHANGES_MAX = 200;

    private IcsZone() {}

    static void write(IcsLines lines, ZoneId zone, TimeSlot span) {
        ZoneRules rules = zone.getRules();
        lines.line("BEGIN", "VTIMEZONE").line("TZID", zone.getId());
        ZoneOffset first = rules.getOffset(span.start());
        observance(
                lines,
                rules.isDaylightSavings(span.start()),
                LocalDateTime.ofInstant(span.start(), first),
                first,
                first);
        ZoneOffsetTransition change = rules.nextTransition(span.start());
        for (int i = 0; i < CHANGES_MAX && change != null && change.getInstant().isBefore(span.end()); i++) {
            Instant instant = change.getInstant();
            observance(
                    lines,
                    rules.isDaylightSavings(instant),
                    change.getDateTimeBefore(),
                    change.getOffsetBefore(),
                    change.getOffsetAfter());
            change = rules.nextTransition(instant);
        }
        lines.line("END", "VTIMEZONE");
    }

    private static void observance(
            IcsLines lines, boolean daylight, LocalDateTime from, ZoneOffset before, ZoneOffset after) {
        String name = daylight ? "DAYLIGHT" : "STANDARD";
        lines.line("BEGIN", name)
                .line("DTSTART", IcsTimes.local(from))
                .line("TZOFFSETFROM", offset(before))
                .line("TZOFFSETTO", offset(after))
                .line("END", name);
    }

    private static String offset(ZoneOffset offset) {
        String id = offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
        return id.replace(":", "");
    }
}
