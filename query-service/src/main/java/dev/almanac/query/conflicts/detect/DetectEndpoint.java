package dev.almanac.query.conflicts.detect;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.conflicts.HiddenParties;
import dev.almanac.query.http.AdjustedTimes;
import dev.almanac.web.Fields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Conflicts")
@RequestMapping("/api/v1/schedules/conflicts/detect")
class DetectEndpoint {
    private final ConflictVerification secondLook;
    private final HiddenParties secrets;
    private final Clock clock;

    DetectEndpoint(ConflictVerification secondLook, HiddenParties secrets, Clock clock) {
        this.clock = clock;
        this.secondLook = secondLook;
        this.secrets = secrets;
    }

    @PostMapping
    @Operation(
            operationId = "examineConflicts",
            summary =
                    "Looks again at what is booked on a calendar, a resource or everywhere, at most 366 days at once and 90 from"
                            + " now on where nothing is said, and"
                            + " compares the conflicts with those that were told")
    Mono<Examined> detect(@RequestBody(required = false) @Nullable DetectRequest body, ServerWebExchange exchange) {
        DetectRequest asked = Objects.requireNonNullElse(body, DetectRequest.EVERYTHING);
        Fields fields = new Fields();
        TimeSlot window = asked.window(fields, clock.instant());
        AdjustedTimes.announce(exchange, fields.notes());
        return secondLook
                .at(asked.lane(), window)
                .flatMap(examined -> secrets.among(examined.parties()).map(examined::keeping));
    }
}
