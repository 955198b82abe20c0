package dev.almanac.query.operations;

import dev.almanac.query.verifying.Verifications;
import dev.almanac.query.verifying.Verifications.LatestVerification;
import dev.almanac.web.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Operations")
@RequestMapping("/api/v1/ops/projections/verify")
class VerificationEndpoint {
    private final Verifications verifications;

    VerificationEndpoint(Verifications verifications) {
        this.verifications = verifications;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "verifyProjections",
            summary =
                    "Begins to compare a sample of the documents that readers see with what the topics say: a GET of the same"
                            + " address says what was found. Nothing is repaired but by a rebuild. Admins")
    Mono<LatestVerification> verify(
            @Parameter(description = "The same seed over the same data takes the same sample")
                    @RequestParam(required = false)
                    @Nullable
                    Long seed) {
        return verifications
                .begin(seed)
                .filter(begun -> begun)
                .switchIfEmpty(Mono.error(() -> Rejected.because(
                        HttpStatus.CONFLICT, "verification-running", "A verification is running already")))
                .then(verifications.latest());
    }

    @GetMapping
    @Operation(
            operationId = "getVerification",
            summary =
                    "Whether a verification of the views is under way, and what the last one found: by view how many documents"
                            + " were compared and differ, and of those that differ the ids and the paths of fields. Managers and admins")
    Mono<LatestVerification> latest() {
        return verifications.latest();
    }
}
