package dev.almanac.terminal.api;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What commands would do.
 *
 * @param detected conflicts that they would bring
 * @param cleared how many conflicts they would end
 * @param overbookings how many calendars would be nearly full, or fuller than full
 * @param refusals in the order of the commands; empty for one that would be done
 */
public record Forecast(
        List<Conflict> detected, int cleared, int overbookings, List<Optional<Problem>> refusals, JsonNode json)
        implements Answered {

    public Forecast {
        detected = List.copyOf(detected);
        refusals = List.copyOf(refusals);
    }

    static Forecast of(JsonNode json) {
        Fields fields = new Fields(json);
        return new Forecast(
                fields.list("detected", Conflict::of),
                json.path("cleared").size(),
                json.path("overbookings").size(),
                fields.list("results", Forecast::refusal),
                json);
    }

    private static Optional<Problem> refusal(JsonNode result) {
        int status = new Fields(result).number("status");
        return status < 400 ? Optional.empty() : Optional.of(Problem.of(status, result.path("body")));
    }

    public Optional<Problem> firstRefusal() {
        return refusals.stream().flatMap(Optional::stream).findFirst();
    }
}
