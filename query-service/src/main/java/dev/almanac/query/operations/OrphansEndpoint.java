package dev.almanac.query.operations;

import dev.almanac.query.orphans.OrphanSweeps;
import dev.almanac.query.orphans.OrphanSweeps.LatestSweep;
import dev.almanac.web.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Operations")
@RequestMapping("/api/v1/ops/orphans")
class OrphansEndpoint {
    private final OrphanSweeps sweeps;

    OrphansEndpoint(OrphanSweeps sweeps) {
        this.sweeps = sweeps;
    }

    @PostMapping("/sweep")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "sweepOrphans",
            summary =
                    "Begins to look for companions that are out of step with their primaries: GET /ops/orphans says what"
                            + " was found. Nothing is repaired. Managers and admins")
    Mono<LatestSweep> sweep() {
        return sweeps.begin()
                .filter(begun -> begun)
                .switchIfEmpty(Mono.error(
                        () -> Rejected.because(HttpStatus.CONFLICT, "sweep-running", "A sweep is running already")))
                .then(sweeps.latest());
    }

    @GetMapping
    @Operation(
            operationId = "getOrphans",
            summary =
                    "Whether a sweep is under way, and what the last one found: how many companions were looked at, and"
                            + " of each that is out of step what is wrong and a command that would repair it. Managers and admins")
    Mono<LatestSweep> latest() {
        return sweeps.latest();
    }
}
