package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.Forecast;
import dev.almanac.terminal.api.Json;
import dev.almanac.terminal.api.Problem;
import dev.almanac.terminal.console.Cell;
import dev.almanac.terminal.console.Colour;
import dev.almanac.terminal.console.ExitCode;
import dev.almanac.terminal.console.Surroundings;
import dev.almanac.terminal.console.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

@Command(
        name = "what-if",
        description =
                "Says what commands would do, one after the other; nothing is written. Ends with 3 where one would be refused.")
public final class WhatIfCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(
            paramLabel = "FILE",
            description =
                    "JSON as POST /api/v1/what-if takes it, or only its list of commands, each with method, path and body; - reads the standard input.")
    private String file = "";

    public WhatIfCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        JsonNode question = question(new String(Inputs.read(surroundings, file), StandardCharsets.UTF_8));
        Session session = connection.session(surroundings);
        Forecast forecast = session.api().forecasts().of(question);
        session.answer(forecast, () -> tell(session, question, forecast));
        return forecast.firstRefusal()
                .map(problem -> ExitCode.ofStatus(problem.status()))
                .orElse(ExitCode.DONE)
                .number();
    }

    private JsonNode question(String text) {
        try {
            JsonNode read = Json.read(text);
            return read.isArray() ? Json.object().set("commands", read) : read;
        } catch (JacksonException noJson) {
            throw new UsageFailure(file + " is no JSON: " + noJson.getOriginalMessage());
        }
    }

    private static void tell(Session session, JsonNode question, Forecast forecast) {
        Table table = new Table("COMMAND", "WOULD BE", "WHY");
        for (int index = 0; index < forecast.refusals().size(); index++) {
            JsonNode command = question.path("commands").path(index);
            Optional<Problem> refusal = forecast.refusals().get(index);
            table.row(
                    Cell.of(command.path("method").asString("") + " "
                            + command.path("path").asString("")),
                    refusal.isPresent() ? Cell.of("refused", Colour.RED) : Cell.of("done", Colour.GREEN),
                    Cell.of(refusal.map(problem -> new Refusal(problem, session.clocks()).reason())
                            .orElse("")));
        }
        session.console().table(table);
        new Writing(session, session.clocks()).consequences(forecast);
    }
}
