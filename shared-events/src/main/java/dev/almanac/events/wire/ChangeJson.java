package dev.almanac.events.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.almanac.events.Change;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of changes: ISO-8601 instants, absent instead of null, unknown fields passed over (tolerant reader). */
public final class ChangeJson {
    private static final JsonMapper MAPPER = configure(JsonMapper.builder()).build();

    private ChangeJson() {}

    /** The same rules for a mapper of somebody else's making. */
    public static JsonMapper.Builder configure(JsonMapper.Builder json) {
        return json.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
    }

    public static JsonMapper mapper() {
        return MAPPER;
    }

    public static byte[] write(Change change) {
        return MAPPER.writeValueAsBytes(change);
    }

    public static <C extends Change> C read(byte[] json, Class<C> type) {
        return MAPPER.readValue(json, type);
    }
}
