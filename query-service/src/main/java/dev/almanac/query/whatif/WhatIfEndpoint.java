package dev.almanac.query.whatif;

import dev.almanac.query.commands.CommandService;
import dev.almanac.query.conflicts.HiddenParties;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "What-if")
@RequestMapping("/api/v1/what-if")
class WhatIfEndpoint {
    private final CommandService commandService;
    private final ConflictForecast forecast;
    private final HiddenParties secrets;

    WhatIfEndpoint(CommandService commandService, ConflictForecast forecast, HiddenParties secrets) {
        this.secrets = secrets;
        this.commandService = commandService;
        this.forecast = forecast;
    }

    /** Takes {@code {"commands": [{"method", "path", "body"}]}}, each as it would be sent to the command-service. */
    @PostMapping
    @Operation(
            operationId = "askWhatIf",
            summary = "What up to a hundred commands, one after the other, would be answered, and which conflicts,"
                    + " overbookings and density they would cause; nothing is written")
    Mono<WhatIf> whatIf(
            @RequestBody JsonNode commands,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        // As the caller, because what may be done depends on who does it.
        return commandService
                .post("/api/v1/rehearsals", commands, authorization, Rehearsal.class)
                .flatMap(forecast::of)
                .flatMap(whatIf -> secrets.among(whatIf.parties()).map(whatIf::keeping));
    }
}
