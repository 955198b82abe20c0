package dev.almanac.query.calendars.availability;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.calendars.CalendarReads;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.diary.Slots;
import dev.almanac.query.events.EntryReads;
import dev.almanac.query.events.EntryView;
import dev.almanac.query.events.Lanes;
import dev.almanac.query.http.Rejections;
import dev.almanac.query.lanes.RunClaims;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Generations;
import dev.almanac.web.InvalidRequest;
import dev.almanac.web.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For whoever may see the calendar, or may book there without a share: that something is there is no secret. */
@RestController
@Tag(name = "Availability")
class CalendarAvailabilityEndpoint {
    private static final Duration USUAL = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(92);
    private final VisibleViews visible;
    private final Generations generations;
    private final Clock clock;

    CalendarAvailabilityEndpoint(VisibleViews visible, Generations generations, Clock clock) {
        this.visible = visible;
        this.generations = generations;
        this.clock = clock;
    }

    @GetMapping("/api/v1/calendars/{calendarId}/availability")
    @Operation(
            operationId = "getCalendarAvailability",
            summary = "When a calendar is full and when it has room, without what is booked; the next seven days unless"
                    + " asked otherwise, at most 92")
    Mono<CalendarAvailability> availability(
            @PathVariable String calendarId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant till,
            @RequestParam(required = false) @Nullable ZoneId timeZone) {
        Instant start = from == null ? clock.instant().truncatedTo(ChronoUnit.HOURS) : from;
        TimeSlot window = checked(new TimeSlot(start, till == null ? start.plus(USUAL) : till));
        return CalendarReads.of(visible.withBookable())
                .byId(calendarId)
                .switchIfEmpty(Mono.error(() -> Rejected.nothing("calendar", calendarId)))
                .flatMap(calendar -> availability(calendar, window, timeZone));
    }

    private Mono<CalendarAvailability> availability(CalendarView calendar, TimeSlot window, @Nullable ZoneId timeZone) {
        Generation views = generations.active();
        Mono<List<TimeSlot>> booked = EntryReads.of(views)
                .overlapping(List.of(Lanes.ofCalendar(calendar.id())), window, Slots.EVENTS_MAX + 1)
                .map(EntryView::slot)
                .collectList();
        return Mono.zip(booked, RunClaims.on(views, calendar.id(), window, Slots.EVENTS_MAX + 1), (entries, runs) -> {
            if (entries.size() + runs.size() > Slots.EVENTS_MAX) {
                throw Rejections.tooManyEvents(Slots.EVENTS_MAX);
            }
            return CalendarAvailability.of(
                    calendar,
                    timeZone == null ? calendar.profile().timeZone() : timeZone.getId(),
                    window,
                    Stream.concat(entries.stream(), runs.stream().map(run -> run.slot()))
                            .toList());
        });
    }

    private static TimeSlot checked(TimeSlot window) {
        if (!window.start().isBefore(window.end())) {
            throw InvalidRequest.of("till", "must be after from");
        }
        if (window.duration().compareTo(LONGEST) > 0) {
            throw Rejections.rangeTooWide(LONGEST.toDays());
        }
        return window;
    }
}
