package dev.almanac.query.read.availability;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.http.Refusal;
import dev.almanac.query.read.Slots;
import dev.almanac.query.store.Generations;
import dev.almanac.query.view.entry.Lanes;
import dev.almanac.query.view.resource.ResourceView;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/resources/{resourceId}/availability")
class AvailabilityEndpoint {
    private static final Duration USUAL = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(92);
    private final Generations generations;
    private final Slots slots;
    private final Clock clock;

    AvailabilityEndpoint(Generations generations, Slots slots, Clock clock) {
        this.generations = generations;
        this.slots = slots;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "When a resource is out or booked; the next seven days unless asked otherwise")
    Mono<ResourceAvailability> availability(
            @PathVariable String resourceId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant till,
            @RequestParam(required = false) @Nullable ZoneId timezone) {
        Instant start = from == null ? clock.instant().truncatedTo(ChronoUnit.HOURS) : from;
        TimeSlot window = checked(new TimeSlot(start, till == null ? start.plus(USUAL) : till));
        return generations
                .active()
                .resources()
                .byId(resourceId)
                .switchIfEmpty(Mono.error(() -> new Refusal.NothingHasThatId("resource", resourceId).asError()))
                .flatMap(resource -> availability(resource, window, zone(resource, timezone)));
    }

    private Mono<ResourceAvailability> availability(ResourceView resource, TimeSlot window, ZoneId zone) {
        List<String> lane = List.of(Lanes.ofResource(resource.id()));
        return Mono.zip(
                slots.isAnythingIn(lane, window),
                slots.in(lane, window, zone),
                (booked, bookings) -> ResourceAvailability.of(resource, window, booked, bookings));
    }

    private static ZoneId zone(ResourceView resource, @Nullable ZoneId timezone) {
        return timezone != null
                ? timezone
                : Optional.ofNullable(resource.profile().timeZone())
                        .map(ZoneId::of)
                        .orElse(ZoneOffset.UTC);
    }

    private static TimeSlot checked(TimeSlot window) {
        if (!window.start().isBefore(window.end())) {
            throw Refusal.ParameterIsInvalid.of("till", "must be after from").asError();
        }
        if (window.duration().compareTo(LONGEST) > 0) {
            throw new Refusal.RangeIsTooWide(LONGEST.toDays()).asError();
        }
        return window;
    }
}
