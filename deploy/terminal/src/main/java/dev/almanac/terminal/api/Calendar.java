package dev.almanac.terminal.api;

import java.time.ZoneId;
import tools.jackson.databind.JsonNode;

/**
 * Where events take place.
 *
 * @param capacity how many it holds at once
 */
public record Calendar(
        String id, String name, String type, ZoneId zone, int capacity, boolean active, long version, JsonNode json)
        implements Answered {
    static Calendar of(JsonNode json) {
        Fields fields = new Fields(json);
        return new Calendar(
                fields.text("id"),
                fields.text("name"),
                fields.text("calendarType"),
                fields.zone("timeZone"),
                fields.number("maxConcurrentEvents"),
                fields.is("active"),
                fields.longNumber("version"),
                json);
    }
}
