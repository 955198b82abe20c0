package dev.almanac.query.calendars.ics;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.recurrence.KnownZone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A calendar as iCalendar (RFC 5545): with the zones that its events name. */
public final class IcsCalendar {
    private static final String PRODUCT = "-//Almanac//Scheduling//EN";
    private static final String AGAIN = "PT15M";
    private static final Duration AROUND = Duration.ofDays(366);
    private static final Comparator<ScheduleView> BY_START = Comparator.comparing(
                    (ScheduleView schedule) -> schedule.booking().startDateTime())
            .thenComparing(ScheduleView::id);

    private IcsCalendar() {}

    public static String of(CalendarView calendar, List<ScheduleView> schedules) {
        return written(calendar, schedules, false);
    }

    /** With how often a program that subscribes may come again (RFC 7986 5.7; what others read instead beside it). */
    public static String subscribed(CalendarView calendar, List<ScheduleView> schedules) {
        return written(calendar, schedules, true);
    }

    private static String written(CalendarView calendar, List<ScheduleView> schedules, boolean isSubscribed) {
        List<IcsSchedule> events = events(calendar.profile().timeZone(), schedules);
        IcsLines lines = new IcsLines()
                .line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", PRODUCT)
                .line("CALSCALE", "GREGORIAN")
                .text("X-WR-CALNAME", calendar.profile().name())
                .line("X-WR-TIMEZONE", calendar.profile().timeZone());
        if (isSubscribed) {
            lines.line("METHOD", "PUBLISH")
                    .text("NAME", calendar.profile().name())
                    .line("REFRESH-INTERVAL;VALUE=DURATION", AGAIN)
                    .line("X-PUBLISHED-TTL", AGAIN);
        }
        return written(lines, events);
    }

    /** One event that somebody is to come to, or not any more (RFC 6047), as the event's own calendar has it. */
    static String message(String method, ScheduleView schedule, List<String> people) {
        String given = schedule.details().eventId();
        String uid = given == null ? schedule.id() : given;
        IcsLines lines = new IcsLines()
                .line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", PRODUCT)
                .line("CALSCALE", "GREGORIAN")
                .line("METHOD", method);
        return written(
                lines, List.of(new IcsSchedule(schedule, uid, schedule.booking().timeZone(), people)));
    }

    private static String written(IcsLines lines, List<IcsSchedule> events) {
        spans(events).forEach((zone, span) -> IcsZone.write(lines, KnownZone.orUtc(zone), span));
        events.forEach(event -> event.write(lines));
        return lines.line("END", "VCALENDAR").toString();
    }

    /** An event goes by the UID that another system gave it; where several do, the others go by their own id. */
    private static List<IcsSchedule> events(String zone, List<ScheduleView> schedules) {
        Set<String> taken = new HashSet<>();
        List<IcsSchedule> events = new ArrayList<>();
        schedules.stream().sorted(BY_START).forEach(schedule -> {
            String given = schedule.details().eventId();
            String uid = given == null || !taken.add(given) ? schedule.id() : given;
            events.add(new IcsSchedule(schedule, uid, zone, List.of()));
        });
        return events;
    }

    private static Map<String, TimeSlot> spans(List<IcsSchedule> events) {
        Map<String, TimeSlot> spans = new TreeMap<>();
        for (IcsSchedule event : events) {
            if (!event.times().namesNoZone()) {
                event.instants()
                        .forEach(instant ->
                                spans.merge(event.times().zone().getId(), around(instant), IcsCalendar::union));
            }
        }
        return spans;
    }

    private static TimeSlot around(Instant instant) {
        return new TimeSlot(instant.minus(AROUND), instant.plus(AROUND));
    }

    private static TimeSlot union(TimeSlot one, TimeSlot other) {
        return new TimeSlot(
                one.start().isBefore(other.start()) ? one.start() : other.start(),
                one.end().isAfter(other.end()) ? one.end() : other.end());
    }
}
