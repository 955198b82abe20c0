package dev.almanac.query.jobs;

import dev.almanac.jobs.JobBoard;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Operations")
@RequestMapping("/api/v1/ops/jobs")
class JobsEndpoint {
    private final JobBoard board;
    private final Clock clock;

    JobsEndpoint(JobBoard board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "listJobs",
            summary =
                    "The background jobs of all services, by service and name: when each last ran and what came of it, when it"
                            + " runs next, and whether it is overdue. Staff, managers and admins")
    JobList list() {
        return new JobList(KnownJobs.of(board, clock));
    }
}
