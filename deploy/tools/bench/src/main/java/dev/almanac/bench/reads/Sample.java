package dev.almanac.bench.reads;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.Change;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.calendar.OwnerType;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.resource.ResourceChange.ResourceRegistered;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.resource.ResourceProfile;
import dev.almanac.events.resource.ResourceRole;
import dev.almanac.events.resource.ResourceType;
import dev.almanac.events.rule.JobTemplate;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleMetadata;
import dev.almanac.events.rule.RuleOptions;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.ScheduleConfirmed;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.recurrence.Cron;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What there is to be read, by number: the same in the topics and in PostgreSQL's tables. */
final class Sample {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final YearMonth MONTH = YearMonth.of(2030, 6);
    static final int QUEUES = 50;
    static final int RUNS_A_DAY = 10;
    static final int JOB_SECONDS = 300;
    /** Windows begin up to so much before the month. */
    static final Duration EARLIER = Duration.ofDays(1);

    static final List<String> CATEGORIES = List.of("Rehearsal", "Concert", "Meeting", "Maintenance", "Lesson");
    private static final int JOB_TYPES = 20;
    private static final int FIRST_HOUR = 6;
    private static final Duration LENGTH = Duration.ofMinutes(45);
    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");
    /** Of so many events one has a conflict with the one behind it. */
    static final int CONFLICT_OF = 25;

    private Sample() {}

    static TimeSlot month() {
        return days(MONTH.atDay(1), MONTH.lengthOfMonth());
    }

    static TimeSlot days(LocalDate first, int count) {
        return new TimeSlot(
                first.atStartOfDay(ZONE).toInstant(),
                first.plusDays(count).atStartOfDay(ZONE).toInstant());
    }

    static String calendarId(int calendar) {
        return id("calendar", calendar);
    }

    static String calendarName(int calendar) {
        return "Hall " + calendar;
    }

    static String ownerId(int calendar) {
        return "owner-" + calendar;
    }

    static String resourceId(int resource) {
        return id("resource", resource);
    }

    static String eventId(int event) {
        return id("event", event);
    }

    static String title(int event) {
        return "Event " + event + ", as it stands on the door";
    }

    static String category(int event) {
        return CATEGORIES.get(event % CATEGORIES.size());
    }

    static int calendarOf(int event) {
        return event / Scale.EVENTS;
    }

    /** Those of a calendar need one resource after the other, so that each resource is booked as often. */
    static String resourceOf(int event, Scale scale) {
        return resourceId((calendarOf(event) + event) % scale.resources());
    }

    /** Over the days of the month in turn, hour by hour. */
    static TimeSlot slot(int event) {
        int number = event % Scale.EVENTS;
        int days = MONTH.lengthOfMonth();
        Instant start = MONTH.atDay(1 + number % days)
                .atTime(FIRST_HOUR, 0)
                .atZone(ZONE)
                .toInstant()
                .plus(Duration.ofHours(number / days));
        return new TimeSlot(start, start.plus(LENGTH));
    }

    /** The event that has the conflict of that number. */
    static int inConflict(int conflict) {
        return conflict * CONFLICT_OF;
    }

    static String conflictId(int event) {
        return id("conflict", event);
    }

    static String queue(int rule) {
        return "queue-" + rule % QUEUES;
    }

    static String jobType(int rule) {
        return "job-" + rule % JOB_TYPES;
    }

    static int minute(int rule) {
        return rule % 60;
    }

    /** Of the ten hours of a day at which it runs, every second. */
    static int firstHour(int rule) {
        return rule % 4;
    }

    /** What leads from one scale to a larger one, the changes of a subject in order. */
    static Stream<Change> changes(Scale from, Scale to) {
        return Stream.of(
                        IntStream.range(from.calendars(), to.calendars()).mapToObj(Sample::created),
                        IntStream.range(from.resources(), to.resources()).mapToObj(Sample::registered),
                        IntStream.range(from.rules(), to.rules()).mapToObj(Sample::rule),
                        IntStream.range(from.events(), to.events()).mapToObj(event -> scheduled(event, to)),
                        IntStream.range(from.events(), to.events()).mapToObj(Sample::confirmed),
                        IntStream.range(from.conflicts(), to.conflicts())
                                .map(Sample::inConflict)
                                .mapToObj(Sample::conflict))
                .flatMap(changes -> changes);
    }

    private static Change created(int calendar) {
        CalendarProfile profile = new CalendarProfile(
                calendarName(calendar),
                null,
                CalendarType.VENUE,
                ownerId(calendar),
                OwnerType.VENUE,
                ZONE.getId(),
                10,
                false);
        return new CalendarCreated(calendarId(calendar), profile);
    }

    private static Change registered(int resource) {
        return new ResourceRegistered(
                resourceId(resource),
                new ResourceProfile("Resource " + resource, ResourceType.EQUIPMENT, ZONE.getId(), null, null));
    }

    private static Change scheduled(int event, Scale scale) {
        TimeSlot slot = slot(event);
        Booking booking = new Booking(calendarId(calendarOf(event)), slot.start(), slot.end(), ZONE.getId(), null);
        EventDetails details = new EventDetails(
                null,
                title(event),
                "Doors open a quarter of an hour before",
                null,
                category(event),
                0,
                List.of("bench"),
                List.of(new ResourceClaim(resourceOf(event, scale), ResourceRole.PRIMARY)),
                false);
        return new EventScheduledOnCalendar(eventId(event), booking, details, ScheduleStatus.SCHEDULED, "bench");
    }

    private static Change confirmed(int event) {
        return new ScheduleConfirmed(eventId(event), "bench", null);
    }

    private static Change conflict(int event) {
        TimeSlot slot = slot(event);
        return new ScheduleConflictDetected(
                conflictId(event),
                eventId(event),
                eventId(event + 1),
                ConflictType.EQUIPMENT_CONFLICT,
                ConflictLevel.MODERATE,
                null,
                resourceId(0),
                slot.start(),
                slot.end(),
                CREATED,
                null);
    }

    private static Change rule(int rule) {
        Cron cron = new Cron("%d %d-%d/2 * * *".formatted(minute(rule), firstHour(rule), firstHour(rule) + 18));
        RuleProfile profile = new RuleProfile(
                "Rule " + rule,
                cron,
                LocalDateTime.ofInstant(CREATED, ZONE),
                ZONE.getId(),
                queue(rule),
                new JobTemplate(jobType(rule), null, JobTemplate.PRIORITY_DEFAULT, JOB_SECONDS),
                RuleOptions.DEFAULT,
                new RuleMetadata(null, null, List.of()));
        return new RuleCreated(id("rule", rule), profile, CREATED, "bench");
    }

    /** As long as ids are, and the same each time. */
    static String id(String kind, int number) {
        return UUID.nameUUIDFromBytes((kind + "-" + number).getBytes(UTF_8)).toString();
    }
}
