package dev.almanac.query.operations;

import dev.almanac.query.commands.CommandService;
import dev.almanac.query.http.Page;
import dev.almanac.web.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The command-service keeps the report, as it does the moving; it is asked each time. */
@RestController
@Tag(name = "Operations")
@RequestMapping("/api/v1/ops/zone-data")
class ZoneDataEndpoint {
    private static final String PATH = "/api/v1/ops/zone-data";
    private static final String ID = "[0-9]{1,18}";
    private final CommandService commandService;

    ZoneDataEndpoint(CommandService commandService) {
        this.commandService = commandService;
    }

    /** Rules are published again by the rule-expander, under the same ids: this report is of events and series alone. */
    @GetMapping
    @Operation(
            operationId = "listZoneDataReleases",
            summary =
                    "Releases of zone data that were gone through, the last first: how much of what is booked each moved."
                            + " Managers and admins")
    Mono<Page<ZoneDataRelease>> releases(
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        Question question = new Question(PATH).paged(limit, cursor);
        return commandService
                .get(question.template(), question.variables(), authorization, Releases.class)
                .map(page -> new Page<>(page.items(), page.nextCursor()));
    }

    @GetMapping("/{releaseId}/moves")
    @Operation(
            operationId = "listZoneDataMoves",
            summary =
                    "What a release of zone data moved: each event and occurrence with its local time and its instants"
                            + " before and after, and what stayed, why, and who is in the way. Managers and admins")
    Mono<Page<ZoneDataMove>> moves(
            @PathVariable String releaseId,
            @RequestParam(required = false) ZoneDataMove.@Nullable Outcome outcome,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        if (!releaseId.matches(ID)) {
            throw Rejected.nothing("release", releaseId);
        }
        Question question = new Question(PATH + "/{releaseId}/moves")
                .with("releaseId", releaseId)
                .paged(limit, cursor)
                .asking("outcome", outcome == null ? null : outcome.name());
        return commandService
                .get(question.template(), question.variables(), authorization, Moves.class)
                .map(page -> new Page<>(page.items(), page.nextCursor()));
    }

    /** What is asked goes as variables of a template, so that braces in it mean nothing. */
    private record Question(String template, Map<String, String> variables) {
        Question(String template) {
            this(template, Map.of());
        }

        Question paged(int limit, @Nullable String cursor) {
            return asking("limit", Integer.toString(Page.checked(limit))).asking("cursor", cursor);
        }

        Question asking(String parameter, @Nullable String value) {
            return value == null
                    ? this
                    : new Question(
                                    template + (template.contains("?") ? "&" : "?") + parameter + "={" + parameter
                                            + "}",
                                    variables)
                            .with(parameter, value);
        }

        Question with(String name, String value) {
            Map<String, String> all = new HashMap<>(variables);
            all.put(name, value);
            return new Question(template, all);
        }
    }

    private record Releases(
            List<ZoneDataRelease> items, @Nullable String nextCursor) {}

    private record Moves(List<ZoneDataMove> items, @Nullable String nextCursor) {}
}
