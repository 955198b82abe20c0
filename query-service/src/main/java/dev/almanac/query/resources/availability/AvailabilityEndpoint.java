package dev.almanac.query.resources.availability;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.schedule.Booking;
import dev.almanac.query.activity.Activities;
import dev.almanac.query.diary.Slots;
import dev.almanac.query.events.Lanes;
import dev.almanac.query.http.Rejections;
import dev.almanac.query.resources.booked.BookedResource;
import dev.almanac.web.Fields;
import dev.almanac.web.InvalidRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Availability")
@RequestMapping("/api/v1/resources/{resourceId}/availability")
class AvailabilityEndpoint {
    private static final Duration USUAL = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(92);

    private static final int MINUTES_OF_A_DAY = 1440;
    private static final String EXCLUDING =
            "Events, series or occurrences that do not count, as they are to be moved; one that you may not see counts";
    private final Slots slots;
    private final Availabilities availabilities;
    private final Activities activities;
    private final Clock clock;

    AvailabilityEndpoint(Slots slots, Availabilities availabilities, Activities activities, Clock clock) {
        this.activities = activities;
        this.availabilities = availabilities;
        this.slots = slots;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "getResourceAvailability",
            summary =
                    "When a resource is out or booked, without any buffer; the next seven days unless asked otherwise")
    Mono<ResourceAvailability> availability(
            @PathVariable String resourceId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant till,
            @RequestParam(name = "timeZone", required = false) @Nullable ZoneId timezone,
            @Parameter(description = EXCLUDING) @RequestParam(required = false) @Nullable List<String> excluding) {
        TimeSlot window = window(from, till, LONGEST);
        Excluded excluded = excluded(excluding);
        return availabilities
                .seen(excluded)
                .flatMap(seen -> availabilities
                        .booked(resourceId, window, Duration.ZERO, seen)
                        .flatMap(booked -> availability(
                                booked, window, Objects.requireNonNullElseGet(timezone, booked::zone), seen)))
                .doOnNext(answer -> activities.happened(answer.activity(clock.instant())));
    }

    @GetMapping("/slots")
    @Operation(
            operationId = "listFreeSlots",
            summary =
                    "When a resource is to be had, every half hour and 15 minutes apart from other claims unless asked"
                            + " otherwise; the next seven days, at most 31 at once")
    Mono<ResourceSlots> slots(
            @PathVariable String resourceId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant till,
            @RequestParam(name = "timeZone", required = false) @Nullable ZoneId timezone,
            @RequestParam(defaultValue = "30") int durationMinutes,
            @RequestParam(defaultValue = "15") int bufferMinutes,
            @Parameter(description = EXCLUDING) @RequestParam(required = false) @Nullable List<String> excluding) {
        Fields fields = new Fields();
        Duration length = Duration.ofMinutes(fields.range(
                "durationMinutes",
                durationMinutes,
                durationMinutes,
                (int) Booking.SHORTEST.toMinutes(),
                MINUTES_OF_A_DAY));
        Duration buffer = RequestedSlot.buffer(fields, bufferMinutes);
        Excluded excluded = Excluded.of(fields, excluding);
        fields.check();
        TimeSlot window = window(from, till, RequestedSlot.LONGEST);
        return availabilities
                .seen(excluded)
                .flatMap(seen -> availabilities.booked(resourceId, window, buffer, seen))
                .map(booked -> ResourceSlots.of(
                        booked, window, length, Objects.requireNonNullElseGet(timezone, booked::zone)));
    }

    private TimeSlot window(@Nullable Instant from, @Nullable Instant till, Duration longest) {
        Instant start = from == null ? clock.instant().truncatedTo(ChronoUnit.HOURS) : from;
        return checked(new TimeSlot(start, till == null ? start.plus(USUAL) : till), longest);
    }

    private static Excluded excluded(@Nullable List<String> excluding) {
        Fields fields = new Fields();
        Excluded excluded = Excluded.of(fields, excluding);
        fields.check();
        return excluded;
    }

    /** That the resource is taken is no secret, by what may be. */
    private Mono<ResourceAvailability> availability(
            BookedResource booked, TimeSlot window, ZoneId zone, Excluded excluded) {
        boolean taken =
                booked.bookings().stream().anyMatch(booking -> booking.slot().overlaps(window));
        return slots.in(List.of(Lanes.ofResource(booked.resource().id())), window, zone)
                .map(bookings -> ResourceAvailability.of(
                        booked.resource(),
                        window,
                        taken,
                        bookings.stream()
                                .filter(item -> !excluded.has(item.id(), item.scheduleId()))
                                .toList()));
    }

    private static TimeSlot checked(TimeSlot window, Duration longest) {
        if (!window.start().isBefore(window.end())) {
            throw InvalidRequest.of("till", "must be after from");
        }
        if (window.duration().compareTo(longest) > 0) {
            throw Rejections.rangeTooWide(longest.toDays());
        }
        return window;
    }
}
