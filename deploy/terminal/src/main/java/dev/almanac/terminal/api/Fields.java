package dev.almanac.terminal.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an object of the API holds; fields of a later release are passed over, those that are absent are empty. */
record Fields(JsonNode json) {

    String text(String name) {
        return text(name, "");
    }

    String text(String name, String otherwise) {
        String text = textOrNull(name);
        return text == null ? otherwise : text;
    }

    @Nullable
    String textOrNull(String name) {
        JsonNode value = json.get(name);
        return value == null || value.isNull() ? null : value.asString();
    }

    boolean is(String name) {
        return json.path(name).asBoolean(false);
    }

    int number(String name) {
        return json.path(name).asInt(0);
    }

    long longNumber(String name) {
        return json.path(name).asLong(0);
    }

    Instant instantOf(String name) {
        return instant(name).orElse(Instant.EPOCH);
    }

    Optional<Instant> instant(String name) {
        return Optional.ofNullable(textOrNull(name))
                .map(text -> OffsetDateTime.parse(text).toInstant());
    }

    /** A zone may be newer than this JDK. */
    ZoneId zone(String name) {
        try {
            return ZoneId.of(text(name, "UTC"));
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    <T> List<T> list(String name, Function<JsonNode, T> each) {
        return json.path(name).valueStream().map(each).toList();
    }
}
