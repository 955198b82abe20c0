package dev.almanac.terminal.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Why a request was refused (RFC 9457), with what is in the way of it. */
public record Problem(
        String type,
        int status,
        String title,
        @Nullable String detail,
        @Nullable String rule,
        Map<String, List<String>> errors,
        List<InTheWay> inTheWay,
        JsonNode json) {
    private static final String FAMILY = "urn:scheduling:problem:";

    /** An event that holds the place that was asked for; whoever may not see it is not told its title. */
    public record InTheWay(
            @Nullable String scheduleId,
            @Nullable String title,
            Optional<Instant> start,
            Optional<Instant> end,
            @Nullable String conflictType) {
        static InTheWay of(JsonNode json) {
            Fields fields = new Fields(json);
            return new InTheWay(
                    fields.textOrNull("scheduleId"),
                    fields.textOrNull("title"),
                    fields.instant("startDateTime"),
                    fields.instant("endDateTime"),
                    fields.textOrNull("conflictType"));
        }
    }

    public Problem {
        errors = Map.copyOf(errors);
        inTheWay = List.copyOf(inTheWay);
    }

    /** What is before the service may answer in its own words, or in none. */
    static Problem of(int status, String body) {
        try {
            JsonNode json = Json.read(body);
            return json.isObject() ? of(status, json) : unnamed(status);
        } catch (JacksonException noJson) {
            return unnamed(status);
        }
    }

    /** Also of an answer inside of another one, such as a forecast's. */
    public static Problem of(int status, JsonNode json) {
        Fields fields = new Fields(json);
        Map<String, List<String>> errors = new LinkedHashMap<>();
        json.path("errors")
                .properties()
                .forEach(error -> errors.put(
                        error.getKey(),
                        error.getValue().valueStream().map(JsonNode::asString).toList()));
        return new Problem(
                fields.text("type", "about:blank"),
                status,
                fields.text("title", "HTTP " + status),
                fields.textOrNull("detail"),
                fields.textOrNull("rule"),
                errors,
                fields.list("conflictingEvents", InTheWay::of),
                json);
    }

    private static Problem unnamed(int status) {
        return new Problem("about:blank", status, "HTTP " + status, null, null, Map.of(), List.of(), Json.object());
    }

    /** The last part of the type, such as {@code slot-is-full}. */
    public String name() {
        return type.startsWith(FAMILY) ? type.substring(FAMILY.length()) : type;
    }

    /** For people: what is wrong here, or what is wrong in general where nothing more is said. */
    public String sentence() {
        return detail == null || detail.isBlank() ? title : detail;
    }
}
