package dev.almanac.terminal.api;

import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/** What a day of a month holds. */
public record DayCount(LocalDate date, long events, long openConflicts, JsonNode json) implements Answered {
    static DayCount of(JsonNode json) {
        Fields fields = new Fields(json);
        return new DayCount(
                LocalDate.parse(fields.text("date")),
                fields.longNumber("events"),
                fields.longNumber("openConflicts"),
                json);
    }
}
