package dev.almanac.query.read.detect;

import dev.almanac.query.read.conflicts.Secrets;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/schedules/conflicts/detect")
class DetectEndpoint {
    private final SecondLook secondLook;
    private final Secrets secrets;

    DetectEndpoint(SecondLook secondLook, Secrets secrets) {
        this.secondLook = secondLook;
        this.secrets = secrets;
    }

    @PostMapping
    @Operation(
            summary =
                    "Looks again at what is booked on a calendar, a resource or everywhere, at most 366 days at once, and"
                            + " compares the conflicts with those that were told")
    Mono<Examined> detect(@RequestBody DetectRequest body) {
        return secondLook
                .at(body.lane(), body.window())
                .flatMap(examined -> secrets.among(examined.parties()).map(examined::keeping));
    }
}
