package dev.almanac.events.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.almanac.events.Change;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
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

    /**
     * The change, although the JSON may be of an earlier revision.
     *
     * @throws IllegalArgumentException where this build knows no such type, or the JSON is {@code null}
     */
    public static Change read(byte[] json, Schema schema) {
        return schema.isOlder()
                ? read(MAPPER.readTree(json), schema)
                : said(reader(ChangeTypes.of(schema)).readValue(json));
    }

    /** The same of JSON that is a tree already. */
    public static Change read(JsonNode json, Schema schema) {
        return said(MAPPER.treeToValue(schema.upcast(json), ChangeTypes.of(schema)));
    }

    /** What others write is read to the letter: a field that we do not know is a mistake of theirs, and they hear of it. */
    private static ObjectReader reader(Class<? extends Change> type) {
        ObjectReader tolerant = MAPPER.readerFor(type);
        return Topic.of(type).isOfOthers()
                ? tolerant.with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                : tolerant;
    }

    private static Change said(@Nullable Change change) {
        if (change == null) {
            throw new IllegalArgumentException("null is no change");
        }
        return change;
    }
}
