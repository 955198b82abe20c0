package dev.almanac.bench.reads;

import dev.almanac.events.TimeSlot;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What is asked: every answer is about as large as every other one to its question. */
final class Questions {
    private static final Duration BUFFER = Duration.ofMinutes(15);
    private static final int QUARTERS = (int) Sample.EARLIER.dividedBy(BUFFER);
    private static final int WINDOWS_PER_SECOND = 2_000;
    /** SCH-033. */
    private static final int AT_ONCE = 50;

    /** With the calendars they make so many pages that the same one comes back late. */
    private static final List<ZoneId> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.startsWith("Europe/"))
            .sorted()
            .map(ZoneId::of)
            .toList();

    private final QueryService service;
    private final Tables tables;
    private final Scale scale;
    private final List<String> owners = new ArrayList<>();

    Questions(QueryService service, Tables tables, Scale scale) throws IOException, InterruptedException {
        this.service = service;
        this.tables = tables;
        this.scale = scale;
        for (int calendar = 0; calendar < scale.calendars(); calendar++) {
            owners.add(service.token(Sample.ownerId(calendar), "staff"));
        }
    }

    List<Question> all() {
        return List.of(
                window("window of 30 days, all queues", _ -> List.of()),
                window("window of 30 days, one queue of 50", number -> List.of(Sample.queue(number))),
                month(),
                ownMonth(),
                day(),
                feed(),
                check(),
                checkMany(),
                pdf());
    }

    private interface Queues {
        List<String> of(int number);
    }

    private Question window(String name, Queues queues) {
        return new Question(
                Part.WINDOW,
                name,
                new Question.Bar(Duration.ofMillis(100), WINDOWS_PER_SECOND),
                number -> service.get("/schedules/window?from=%s&till=%s&timeZone=%s%s"
                                .formatted(
                                        shifted(number).start(),
                                        shifted(number).end(),
                                        QueryService.encoded(windowZone(number).getId()),
                                        queues.of(number).stream()
                                                .map(queue -> "&queue=" + queue)
                                                .findFirst()
                                                .orElse("")))
                        .length,
                number -> tables.window(shifted(number), windowZone(number), queues.of(number)));
    }

    /** With the zones, so many windows that the same one comes back late; clients ask for whole quarters of hours. */
    private static TimeSlot shifted(int number) {
        Instant start = Sample.month().start().minus(BUFFER.multipliedBy(number % QUARTERS));
        return new TimeSlot(start, start.plus(Duration.ofDays(30)));
    }

    private static ZoneId windowZone(int number) {
        return ZONES.get(number / QUARTERS % ZONES.size());
    }

    private Question month() {
        return new Question(
                Part.MONTH,
                "month of %d events".formatted(Scale.EVENTS),
                Question.Bar.of(Duration.ofMillis(100)),
                number -> service.get(view(number, "monthly", Sample.MONTH.atDay(15))).length,
                number -> tables.events(calendar(number), Sample.month(), zone(number)));
    }

    /** Each asks for their own: one of them alone would meet the rate limit of staff. */
    private Question ownMonth() {
        return new Question(
                Part.MONTH,
                "the same, asked by its owner, who sees no other calendar",
                Question.Bar.of(Duration.ofMillis(100)),
                number -> service.get(
                                view(number, "monthly", Sample.MONTH.atDay(15)), owners.get(number % owners.size()))
                        .length,
                number -> tables.events(calendar(number), Sample.month(), zone(number)),
                true);
    }

    private Question day() {
        return new Question(
                Part.DAY,
                "day of %d events".formatted(Scale.EVENTS / Sample.MONTH.lengthOfMonth()),
                Question.Bar.of(Duration.ofMillis(50)),
                number -> service.get(view(number, "daily", date(number))).length,
                number -> tables.events(calendar(number), Sample.days(date(number), 1), zone(number)));
    }

    private Question feed() {
        return new Question(
                Part.FEED,
                "FullCalendar's feed of a calendar, a week",
                Question.Bar.of(Duration.ofMillis(50)),
                number -> service.get("/calendar/events?contextType=SITE&contextId=%s&start=%s&end=%s&timeZone=%s"
                                .formatted(
                                        calendar(number),
                                        week(number).start(),
                                        week(number).end(),
                                        QueryService.encoded(zone(number).getId())))
                        .length,
                number -> tables.events(calendar(number), week(number), zone(number)));
    }

    private Question check() {
        return new Question(
                Part.AVAILABILITY,
                "check of availability",
                Question.Bar.of(Duration.ofMillis(20)),
                number -> service.post(
                                "/resources/availability/check",
                                Map.of(
                                        "resourceId",
                                        Sample.resourceId(number % scale.resources()),
                                        "startDateTime",
                                        hour(number).start().toString(),
                                        "endDateTime",
                                        hour(number).end().toString()))
                        .length,
                number -> tables.booked(List.of(Sample.resourceId(number % scale.resources())), around(number)));
    }

    private Question checkMany() {
        return new Question(
                Part.AVAILABILITY,
                "check of %d at once".formatted(several(0).size()),
                Question.Bar.of(Duration.ofMillis(200)),
                number -> service.post(
                                "/resources/availability/check-multiple",
                                Map.of(
                                        "resourceIds",
                                        several(number),
                                        "startDateTime",
                                        hour(number).start().toString(),
                                        "endDateTime",
                                        hour(number).end().toString()))
                        .length,
                number -> tables.booked(several(number), around(number)));
    }

    /** PostgreSQL is asked for its rows: nobody draws them. */
    private Question pdf() {
        return new Question(
                Part.PDF,
                "month as a PDF",
                Question.Bar.of(Duration.ofSeconds(1)),
                number -> service.post(
                                "/calendars/" + calendar(number) + "/export/monthly",
                                Map.of("format", "PDF", "date", date(number).toString()))
                        .length,
                number -> tables.events(calendar(number), Sample.month(), Sample.ZONE));
    }

    private String view(int number, String type, LocalDate date) {
        return "/calendars/%s/%s?date=%s&timeZone=%s"
                .formatted(
                        calendar(number),
                        type,
                        date,
                        QueryService.encoded(zone(number).getId()));
    }

    private String calendar(int number) {
        return Sample.calendarId(number % scale.calendars());
    }

    private ZoneId zone(int number) {
        return ZONES.get(number / scale.calendars() % ZONES.size());
    }

    private LocalDate date(int number) {
        return Sample.MONTH.atDay(1 + number / scale.calendars() % Sample.MONTH.lengthOfMonth());
    }

    private TimeSlot week(int number) {
        return Sample.days(Sample.MONTH.atDay(1 + number / scale.calendars() % 24), 7);
    }

    /** From six in the morning, quarter by quarter. */
    private static TimeSlot hour(int number) {
        Instant start = Sample.MONTH
                .atDay(1 + number % Sample.MONTH.lengthOfMonth())
                .atTime(6, 0)
                .atZone(Sample.ZONE)
                .toInstant()
                .plus(BUFFER.multipliedBy(number % 67));
        return new TimeSlot(start, start.plus(Duration.ofHours(1)));
    }

    private static TimeSlot around(int number) {
        TimeSlot hour = hour(number);
        return new TimeSlot(hour.start().minus(BUFFER), hour.end().plus(BUFFER));
    }

    private List<String> several(int number) {
        return IntStream.range(number, number + Math.min(AT_ONCE, scale.resources()))
                .mapToObj(resource -> Sample.resourceId(resource % scale.resources()))
                .toList();
    }
}
