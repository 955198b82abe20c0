package dev.almanac.terminal.api;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What-if: up to a hundred commands, one after the other; nothing is written. */
public final class Forecasts {
    private static final Address PATH = Address.of("/what-if");

    private final Connection connection;

    Forecasts(Connection connection) {
        this.connection = connection;
    }

    public Forecast of(Command command) {
        return of(List.of(command));
    }

    public Forecast of(List<Command> commands) {
        ObjectNode question = Json.object();
        ArrayNode asked = question.putArray("commands");
        commands.forEach(command -> asked.add(command.rehearsed()));
        return of(question);
    }

    /** The question as the API takes it. */
    public Forecast of(JsonNode question) {
        return Forecast.of(connection.ask(PATH, question));
    }
}
