package dev.almanac.command.rehearsal;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.PreferFilter;
import dev.almanac.command.http.Slice;
import dev.almanac.command.rehearsal.Steps.Step;
import dev.almanac.web.Fields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "Rehearsals")
class RehearsalEndpoint {
    private static final int COMMANDS_MAX = 100;
    private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE);
    private final Commands commands;
    private final Steps steps;
    private final Rehearsals rehearsals;

    RehearsalEndpoint(Commands commands, Steps steps, Rehearsals rehearsals) {
        this.commands = commands;
        this.steps = steps;
        this.rehearsals = rehearsals;
    }

    /** A command as it would be sent: the path without {@code /api/v1}, with its query if it has one. */
    record CommandRequest(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"POST", "PUT", "DELETE"})
            @Nullable
            String method,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "/schedules") @Nullable
            String path,

            @Schema(implementation = Object.class) @Nullable JsonNode body) {

        private Optional<Step> step(Fields fields, String at, Steps steps) {
            HttpMethod named = HttpMethod.valueOf(fields.text(at + "method", method, 8));
            if (!METHODS.contains(named)) {
                fields.error(at + "method", "must be POST, PUT or DELETE");
            }
            Optional<Step> step = steps.step(named, fields.text(at + "path", path, 512), body);
            if (step.isEmpty()) {
                fields.error(
                        at + "path",
                        "must be a command on calendars, schedules, rules or resources, such as /schedules");
            }
            return step;
        }
    }

    record RehearsalRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<@Nullable CommandRequest> commands) {

        private List<Step> steps(Steps steps) {
            Fields fields = new Fields();
            List<@Nullable CommandRequest> named = commands == null ? List.of() : commands;
            if (named.isEmpty() || named.size() > COMMANDS_MAX) {
                fields.error("commands", "must be from 1 to " + COMMANDS_MAX);
                return fields.valid(List::of);
            }
            List<Step> read = IntStream.range(0, named.size())
                    .mapToObj(i -> fields.required("commands[" + i + "]", named.get(i), NONE)
                            .step(fields, "commands[" + i + "].", steps))
                    .flatMap(Optional::stream)
                    .toList();
            return fields.valid(() -> read);
        }

        private static final CommandRequest NONE = new CommandRequest("POST", "/schedules", null);
    }

    /**
     * Carries out up to a hundred commands one after the other, answers what each would be answered and which changes it
     * would make, and takes everything back: nothing is written or published.
     */
    @Operation(operationId = "rehearse", summary = "What commands would come to, one after another; records nothing")
    @Slice(role = Role.CUSTOMER, rate = "rehearsals")
    @PostMapping("/api/v1/rehearsals")
    Mono<Rehearsal> rehearse(@RequestBody RehearsalRequest body, Request request) {
        List<Step> read = body.steps(steps);
        return Mono.deferContextual(context -> {
            boolean represented = PreferFilter.wantsRepresentation(context);
            return commands.onVirtualThread(() -> rehearsals.rehearse(read, request, represented));
        });
    }
}
