package dev.almanac.query.resources.availability;

import dev.almanac.query.activity.Activities;
import dev.almanac.query.http.AdjustedTimes;
import dev.almanac.web.Fields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Availability")
@RequestMapping("/api/v1/resources/availability")
class CheckEndpoint {
    private final Availabilities availabilities;
    private final Activities activities;
    private final Clock clock;

    CheckEndpoint(Availabilities availabilities, Activities activities, Clock clock) {
        this.availabilities = availabilities;
        this.activities = activities;
        this.clock = clock;
    }

    @PostMapping("/check")
    @Operation(
            operationId = "checkAvailability",
            summary = "Whether a resource is to be had, 15 minutes apart from other claims unless asked otherwise")
    Mono<CheckedResource> check(@RequestBody CheckRequest body, ServerWebExchange exchange) {
        Fields fields = new Fields();
        RequestedSlot wish = body.wish(fields);
        AdjustedTimes.announce(exchange, fields.notes());
        return availabilities
                .check(String.valueOf(body.resourceId()), wish)
                .doOnNext(checked -> activities.happened(checked.activity(clock.instant())));
    }

    @PostMapping("/check-multiple")
    @Operation(operationId = "checkAvailabilities", summary = "The same of up to 50 resources")
    Mono<CheckedResources> checkMultiple(@RequestBody CheckMultipleRequest body, ServerWebExchange exchange) {
        Fields fields = new Fields();
        RequestedSlot wish = body.wish(fields);
        AdjustedTimes.announce(exchange, fields.notes());
        return availabilities
                .check(body.ids(), wish)
                .map(results -> CheckedResources.of(wish.slot(), results))
                .doOnNext(checked -> activities.happened(checked.activity(clock.instant())));
    }
}
