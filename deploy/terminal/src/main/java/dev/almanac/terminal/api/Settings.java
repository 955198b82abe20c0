package dev.almanac.terminal.api;

import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What the suite is set to.
 *
 * @param zones that it supports
 */
public record Settings(ZoneId defaultZone, List<String> zones, int windowDaysMax, JsonNode json) implements Answered {

    public Settings {
        zones = List.copyOf(zones);
    }

    static Settings of(JsonNode json) {
        Fields fields = new Fields(json);
        return new Settings(
                fields.zone("defaultTimezone"),
                fields.list("supportedTimezones", JsonNode::asString),
                new Fields(json.path("limits")).number("maxWindowDays"),
                json);
    }
}
