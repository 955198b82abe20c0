package dev.almanac.query.calendars.ics;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.calendar.OwnerType;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.events.OccurrenceException;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.Rrule;
import dev.almanac.recurrence.clock.Moment;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.property.RecurrenceId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is subscribed to means the same to two other libraries that read iCalendar. */
class IcsPeersTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TILL = Instant.parse("2027-01-01T00:00:00Z");
    private static final int DATES_MAX = 1_000;

    /** Events by their ids: over changes of the clocks, with occurrences that were moved and left out. */
    private static Map<String, ScheduleView> schedules() {
        Map<String, ScheduleView> schedules = new TreeMap<>();
        add(schedules, "berlin", BERLIN, "2026-03-25T09:00", new Rrule("FREQ=DAILY;COUNT=10"));
        add(schedules, "sydney", SYDNEY, "2026-04-01T09:00", new Rrule("FREQ=DAILY;COUNT=10"));
        add(schedules, "single", "2026-03-02T09:00", null);
        add(
                schedules,
                "weekly",
                "2026-03-02T09:00",
                new Rrule("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=12"),
                exception("weekly@20260304T090000", null),
                exception("weekly@20260309T090000", Instant.parse("2026-03-10T14:30:00Z")));
        add(schedules, "last-friday", "2026-01-30T18:30", new Rrule("FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20261101T000000Z"));
        add(
                schedules,
                "added-and-left",
                "2026-02-02T08:00",
                new Rrule(
                        "FREQ=WEEKLY;COUNT=6",
                        List.of(new Moment.OnTheWall(LocalDateTime.parse("2026-02-05T08:00:00"))),
                        List.of(new Moment.OnTheWall(LocalDateTime.parse("2026-02-09T08:00:00")))));
        add(schedules, "cron", "2026-10-30T07:15", new Cron("15 7 * * 1-5", Cron.Fields.FIVE, null, 10));
        return schedules;
    }

    @Test
    void both_see_the_same_occurrences() throws IOException, ParserException {
        Map<String, ScheduleView> schedules = schedules();
        String file = IcsCalendar.subscribed(calendar(), List.copyOf(schedules.values()));
        Map<String, SortedSet<Instant>> ours = new TreeMap<>();
        schedules.forEach(
                (id, schedule) -> schedule.slots().forEach(slot -> of(ours, id).add(slot.start())));

        assertThat(byIcal4j(file)).isEqualTo(ours);
        // It takes the clocks of VTIMEZONE to change at that time in UTC: in Sydney that is ten hours too late.
        ours.remove("sydney");
        assertThat(byBiweekly(file)).containsAllEntriesOf(ours);
    }

    private static Map<String, SortedSet<Instant>> byBiweekly(String file) {
        ICalendar calendar = Biweekly.parse(file).first();
        Map<String, SortedSet<Instant>> starts = new TreeMap<>();
        Map<String, SortedSet<Instant>> replaced = new TreeMap<>();
        for (VEvent event : calendar.getEvents()) {
            String id = event.getUid().getValue();
            if (event.getRecurrenceId() == null) {
                // Where there are only RDATEs it leaves DTSTART out, against RFC 5545 3.8.5.2.
                of(starts, id).add(((Date) event.getDateStart().getValue()).toInstant());
                DateIterator dates = event.getDateIterator(calendar.getTimezoneInfo()
                        .getTimezone(event.getDateStart())
                        .getTimeZone());
                for (int i = 0; i < DATES_MAX && dates.hasNext(); i++) {
                    of(starts, id).add(dates.next().toInstant());
                }
            } else {
                of(replaced, id).add(event.getRecurrenceId().getValue().toInstant());
            }
        }
        replaced.forEach((id, instants) -> of(starts, id).removeAll(instants));
        calendar.getEvents().stream()
                .filter(event -> event.getRecurrenceId() != null)
                .forEach(event -> of(starts, event.getUid().getValue())
                        .add(((Date) event.getDateStart().getValue()).toInstant()));
        return starts;
    }

    private static Map<String, SortedSet<Instant>> byIcal4j(String file) throws IOException, ParserException {
        Calendar calendar = new CalendarBuilder().build(new StringReader(file));
        Map<String, SortedSet<Instant>> starts = new TreeMap<>();
        Map<String, SortedSet<Instant>> replaced = new TreeMap<>();
        for (net.fortuna.ical4j.model.component.VEvent event :
                calendar.<net.fortuna.ical4j.model.component.VEvent>getComponents(Component.VEVENT)) {
            String id = event.getUid().orElseThrow().getValue();
            event.<RecurrenceId<ZonedDateTime>>getProperty(Property.RECURRENCE_ID)
                    .ifPresent(of -> of(replaced, id).add(of.getDate().toInstant()));
        }
        for (net.fortuna.ical4j.model.component.VEvent event :
                calendar.<net.fortuna.ical4j.model.component.VEvent>getComponents(Component.VEVENT)) {
            String id = event.getUid().orElseThrow().getValue();
            boolean isMaster = event.getProperty(Property.RECURRENCE_ID).isEmpty();
            event.calculateRecurrenceSet(new Period<>(FROM.atZone(NEW_YORK), TILL.atZone(NEW_YORK))).stream()
                    .map(period -> Instant.from(period.getStart()))
                    .filter(start -> !isMaster || !of(replaced, id).contains(start))
                    .forEach(start -> of(starts, id).add(start));
        }
        return starts;
    }

    private static SortedSet<Instant> of(Map<String, SortedSet<Instant>> all, String id) {
        return all.computeIfAbsent(id, _ -> new TreeSet<>());
    }

    private static void add(
            Map<String, ScheduleView> schedules,
            String id,
            String localStart,
            @Nullable Recurrence recurrence,
            OccurrenceException... exceptions) {
        add(schedules, id, NEW_YORK, localStart, recurrence, exceptions);
    }

    private static void add(
            Map<String, ScheduleView> schedules,
            String id,
            ZoneId zone,
            String localStart,
            @Nullable Recurrence recurrence,
            OccurrenceException... exceptions) {
        Instant start = LocalDateTime.parse(localStart).atZone(zone).toInstant();
        Booking booking = new Booking("hall", start, start.plus(Duration.ofHours(1)), zone.getId(), recurrence);
        EventDetails details = new EventDetails(null, "Event " + id, null, null, null, 0, List.of(), List.of(), false);
        schedules.put(
                id,
                new ScheduleView(
                        id,
                        0,
                        ScheduleStatus.SCHEDULED,
                        booking,
                        details,
                        List.of(exceptions),
                        List.of(),
                        null,
                        "ana",
                        FROM,
                        "ana",
                        FROM));
    }

    private static OccurrenceException exception(String id, @Nullable Instant movedTo) {
        Instant end = movedTo == null ? null : movedTo.plus(Duration.ofHours(1));
        return new OccurrenceException(id, movedTo == null, movedTo, end, null, null, null);
    }

    private static CalendarView calendar() {
        CalendarProfile profile = new CalendarProfile(
                "Hall", null, CalendarType.VENUE, "ana", OwnerType.VENUE, NEW_YORK.getId(), 1, false);
        return new CalendarView("hall", 0, profile, true, List.of(), List.of(), FROM, FROM);
    }
}
