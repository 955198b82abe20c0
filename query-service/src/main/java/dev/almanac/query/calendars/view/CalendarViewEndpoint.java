package dev.almanac.query.calendars.view;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.activity.Activity.CalendarViewGenerated;
import dev.almanac.events.activity.ViewType;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.activity.Activities;
import dev.almanac.query.calendars.CalendarReads;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.diary.EventItem;
import dev.almanac.query.diary.QueueRuns;
import dev.almanac.query.diary.Slots;
import dev.almanac.query.events.Lanes;
import dev.almanac.query.http.Span;
import dev.almanac.recurrence.KnownZone;
import dev.almanac.web.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Calendars")
@RequestMapping("/api/v1/calendars/{calendarId}")
class CalendarViewEndpoint {
    private final VisibleViews visible;
    private final Slots slots;
    private final QueueRuns runs;
    private final Activities activities;
    private final Clock clock;

    CalendarViewEndpoint(VisibleViews visible, Slots slots, QueueRuns runs, Activities activities, Clock clock) {
        this.visible = visible;
        this.slots = slots;
        this.runs = runs;
        this.activities = activities;
        this.clock = clock;
    }

    @GetMapping("/view")
    @Operation(operationId = "getCalendarView", summary = "A calendar on a day, in a week or in a month")
    Mono<CalendarPage> view(
            @PathVariable String calendarId,
            @RequestParam ViewType viewType,
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(name = "timeZone", required = false) @Nullable ZoneId timezone) {
        return page(calendarId, viewType, date, timezone, DayHours.USUAL);
    }

    @GetMapping("/daily")
    @Operation(
            operationId = "getDay",
            summary =
                    "A calendar on a day, from 06:00 to 23:00 unless asked otherwise (SCH-040); what is before and behind is outside")
    Mono<CalendarPage> daily(
            @PathVariable String calendarId,
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(name = "timeZone", required = false) @Nullable ZoneId timezone,
            @RequestParam(defaultValue = "06:00") String dayStart,
            @RequestParam(defaultValue = "23:00") String dayEnd) {
        return page(calendarId, ViewType.DAILY, date, timezone, DayHours.checked(dayStart, dayEnd));
    }

    @GetMapping("/weekly")
    @Operation(operationId = "getWeek", summary = "A calendar in the week of a date, from Monday (SCH-041)")
    Mono<CalendarPage> weekly(
            @PathVariable String calendarId,
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(name = "timeZone", required = false) @Nullable ZoneId timezone) {
        return page(calendarId, ViewType.WEEKLY, date, timezone, DayHours.USUAL);
    }

    @GetMapping("/monthly")
    @Operation(operationId = "getMonth", summary = "A calendar in the month of a date (SCH-042)")
    Mono<CalendarPage> monthly(
            @PathVariable String calendarId,
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(name = "timeZone", required = false) @Nullable ZoneId timezone) {
        return page(calendarId, ViewType.MONTHLY, date, timezone, DayHours.USUAL);
    }

    private Mono<CalendarPage> page(
            String calendarId, ViewType type, @Nullable LocalDate date, @Nullable ZoneId timezone, DayHours hours) {
        return CalendarReads.of(visible.active())
                .byId(calendarId)
                .switchIfEmpty(Mono.error(() -> Rejected.nothing("calendar", calendarId)))
                .flatMap(calendar -> page(calendar, type, date, timezone, hours));
    }

    private Mono<CalendarPage> page(
            CalendarView calendar, ViewType type, @Nullable LocalDate date, @Nullable ZoneId timezone, DayHours hours) {
        ZoneId zone = timezone == null ? KnownZone.orUtc(calendar.profile().timeZone()) : timezone;
        Span span = Span.of(type, date == null ? LocalDate.now(clock.withZone(zone)) : date);
        TimeSlot whole = span.whole(zone);
        TimeSlot shown = type == ViewType.DAILY ? hours.on(span.first(), zone) : whole;
        return slots.in(List.of(Lanes.ofCalendar(calendar.id())), whole, zone)
                .zipWith(runs.on(calendar, whole, zone), CalendarViewEndpoint::inOrder)
                .map(events -> CalendarPage.of(calendar, type, span, shown, zone, events))
                .doOnNext(_ -> activities.happened(
                        new CalendarViewGenerated(calendar.id(), type, span.first(), span.last(), clock.instant(), 1)));
    }

    private static List<EventItem> inOrder(List<EventItem> events, List<EventItem> runs) {
        return Stream.concat(events.stream(), runs.stream())
                .sorted(Slots.BY_TIME)
                .toList();
    }
}
