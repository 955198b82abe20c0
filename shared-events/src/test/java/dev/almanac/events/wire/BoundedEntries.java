package dev.almanac.events.wire;

import dev.almanac.events.feed.EntryBounds;
import dev.almanac.events.feed.FeedChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The schemas of what providers say of their entries, with the bounds beyond which a record is unreadable. */
final class BoundedEntries {
    private static final Map<String, Map<String, Object>> BOUNDS = Map.ofEntries(
            Map.entry(
                    "entryType",
                    Map.of("pattern", whole(EntryBounds.TYPE), "not", Map.of("const", FeedChange.OUR_TYPE))),
            Map.entry("entryId", pattern(EntryBounds.ID)),
            Map.entry("sequence", Map.of("minimum", 0, "maximum", EntryBounds.NUMBER_MAX)),
            Map.entry("ownerId", length(EntryBounds.SUBJECT_LENGTH_MAX)),
            Map.entry("siteId", length(EntryBounds.SUBJECT_LENGTH_MAX)),
            Map.entry("assetId", length(EntryBounds.SUBJECT_LENGTH_MAX)),
            Map.entry("title", length(EntryBounds.TITLE_LENGTH_MAX)),
            Map.entry("description", length(EntryBounds.DESCRIPTION_LENGTH_MAX)),
            Map.entry("reason", length(EntryBounds.REASON_LENGTH_MAX)),
            Map.entry("timeZone", pattern(EntryBounds.ZONE)),
            Map.entry("participants", items(EntryBounds.PARTICIPANTS_MAX)),
            Map.entry("status", pattern(EntryBounds.STATUS)),
            Map.entry("url", length(EntryBounds.LINK_LENGTH_MAX)),
            Map.entry("attachments", items(EntryBounds.ATTACHMENTS_MAX)),
            Map.entry("attachmentId", pattern(EntryBounds.ID)),
            Map.entry("name", length(EntryBounds.NAME_LENGTH_MAX)),
            Map.entry("mediaType", pattern(EntryBounds.MEDIA_TYPE)),
            Map.entry("sizeBytes", Map.of("minimum", 0, "maximum", EntryBounds.NUMBER_MAX)),
            Map.entry("thumbnailUrl", length(EntryBounds.LINK_LENGTH_MAX)),
            Map.entry("sha256", pattern(EntryBounds.SHA_256)),
            Map.entry("latitude", Map.of("minimum", -90, "maximum", 90)),
            Map.entry("longitude", Map.of("minimum", -180, "maximum", 180)),
            Map.entry("quality", Map.of("minimum", 0, "maximum", 1)));

    private BoundedEntries() {}

    static Map<String, Object> of(Map<String, Object> payload) {
        Map<String, Object> bounded = bounded(payload);
        bounded.put(
                "description",
                "The key is entryType:entryId. What does not have a greater sequence than what was said of the entry before"
                        + " counts for nothing, and what holds another field, or one beyond its bound, goes to the dead"
                        + " letters. Links are of http or https; an entry ends at most 366 days after it starts, and not"
                        + " before; latitude and longitude stand together.");
        return bounded;
    }

    private static Map<String, Object> bounded(Map<?, ?> record) {
        Map<String, Object> properties = new LinkedHashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(record.get("properties")))
                .forEach((name, schema) -> properties.put((String) name, property((String) name, (Map<?, ?>) schema)));
        Map<String, Object> closed = new LinkedHashMap<>();
        record.forEach((name, value) -> closed.put((String) name, value));
        closed.put("properties", properties);
        closed.put("additionalProperties", false);
        return closed;
    }

    private static Map<String, Object> property(String name, Map<?, ?> schema) {
        Map<String, Object> bounded = new LinkedHashMap<>();
        schema.forEach((key, value) -> bounded.put(
                (String) key,
                value instanceof Map<?, ?> items && items.containsKey("properties") ? bounded(items) : value));
        // In one order, so that the document is the same each time.
        for (String bound : List.of("pattern", "not", "minLength", "maxLength", "minimum", "maximum", "maxItems")) {
            Object value = BOUNDS.getOrDefault(name, Map.of()).get(bound);
            if (value != null) {
                bounded.put(bound, value);
            }
        }
        return bounded;
    }

    private static String whole(String pattern) {
        return "^" + pattern + "$";
    }

    private static Map<String, Object> pattern(String pattern) {
        return Map.of("pattern", whole(pattern));
    }

    private static Map<String, Object> length(int most) {
        return Map.of("minLength", 1, "maxLength", most);
    }

    private static Map<String, Object> items(int most) {
        return Map.of("maxItems", most);
    }
}
