package dev.almanac.recurrence;

import dev.almanac.recurrence.clock.InvalidRecurrence;
import dev.almanac.recurrence.clock.Moment;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the JSON of a recurrence strictly: a field that is unknown or of the wrong kind is refused by name. */
final class RecurrenceJson {
    private static final List<String> FORMS = List.of("cron", "pattern", "rrule", "every");

    private RecurrenceJson() {}

    static Recurrence read(JsonNode json) {
        List<String> forms = FORMS.stream().filter(json::has).toList();
        if (forms.size() > 1) {
            throw new InvalidRecurrence(
                    InvalidRecurrence.WHOLE,
                    "has " + String.join(" and ", forms) + ": exactly one of " + FORMS + " is needed");
        }
        if (json.has("cron")) {
            return cron(allowing(json, Set.of("cron", "fields", "until", "count")));
        }
        if (json.has("pattern")) {
            return patternIn(allowing(json, Set.of("pattern")).get("pattern"));
        }
        if (json.has("rrule")) {
            return rrule(allowing(json, Set.of("rrule", "rdate", "exdate")));
        }
        if (json.has("every")) {
            return every(allowing(json, Set.of("every", "anchor", "until", "count")));
        }
        throw new InvalidRecurrence(InvalidRecurrence.WHOLE, "a recurrence has one of: cron, pattern, rrule, every");
    }

    /** What is at fault inside the pattern is named as the request writes it: {@code pattern.interval}. */
    private static Pattern patternIn(JsonNode json) {
        try {
            return pattern(json);
        } catch (InvalidRecurrence e) {
            throw e.in(e.field().equals(InvalidRecurrence.WHOLE) ? "pattern" : "pattern." + e.field());
        }
    }

    private static Cron cron(JsonNode json) {
        var fields = constant(json, "fields", Cron.Fields.class);
        return new Cron(
                required(json, "cron"), fields == null ? Cron.Fields.FIVE : fields, until(json), number(json, "count"));
    }

    private static Pattern pattern(JsonNode json) {
        allowing(json, Set.of("type", "interval", "daysOfWeek", "dayOfMonth", "endDate", "occurrenceCount"));
        var type = constant(json, "type", Pattern.Type.class);
        if (type == null) {
            throw new InvalidRecurrence("type", "a pattern's type is DAILY, WEEKLY, MONTHLY or YEARLY");
        }
        var interval = number(json, "interval");
        var endDate = text(json, "endDate");
        return new Pattern(
                type,
                interval == null ? 1 : interval,
                list(json, "daysOfWeek", day -> constant(day, "daysOfWeek", DayOfWeek.class)),
                number(json, "dayOfMonth"),
                endDate == null ? null : moment("endDate", endDate),
                number(json, "occurrenceCount"));
    }

    private static Rrule rrule(JsonNode json) {
        return new Rrule(
                required(json, "rrule"),
                list(json, "rdate", time -> moment("rdate", time)),
                list(json, "exdate", time -> moment("exdate", time)));
    }

    private static Every every(JsonNode json) {
        var anchor = text(json, "anchor");
        return new Every(
                converted("every", required(json, "every"), Duration::parse, "an ISO 8601 duration such as PT30M"),
                anchor == null
                        ? null
                        : converted("anchor", anchor, Instant::parse, "an instant such as 2026-01-01T00:00:00Z"),
                until(json),
                number(json, "count"));
    }

    private static @Nullable Moment until(JsonNode json) {
        var until = text(json, "until");
        return until == null ? null : moment("until", until);
    }

    private static JsonNode allowing(JsonNode json, Set<String> known) {
        if (!json.isObject()) {
            throw new InvalidRecurrence(
                    InvalidRecurrence.WHOLE, "expected a JSON object but found " + json.getNodeType());
        }
        json.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidRecurrence(name, "unknown field '" + name + "'");
                });
        return json;
    }

    private static String required(JsonNode json, String field) {
        var text = text(json, field);
        if (text == null) {
            throw new InvalidRecurrence(field, "'" + field + "' must not be null");
        }
        return text;
    }

    private static @Nullable String text(JsonNode json, String field) {
        var value = json.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new InvalidRecurrence(field, "'" + field + "' must be a string");
        }
        return value.stringValue();
    }

    private static @Nullable Integer number(JsonNode json, String field) {
        var value = json.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new InvalidRecurrence(field, "'" + field + "' must be a whole number");
        }
        return value.intValue();
    }

    private static <T> List<T> list(JsonNode json, String field, Function<String, T> element) {
        var value = json.get(field);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw new InvalidRecurrence(field, "'" + field + "' must be a list");
        }
        var elements = new ArrayList<T>(value.size());
        for (var item : value) {
            if (!item.isString()) {
                throw new InvalidRecurrence(field, "'" + field + "' must be a list of strings");
            }
            elements.add(element.apply(item.stringValue()));
        }
        return elements;
    }

    private static <E extends Enum<E>> @Nullable E constant(JsonNode json, String field, Class<E> type) {
        var name = text(json, field);
        return name == null ? null : constant(name, field, type);
    }

    private static <E extends Enum<E>> E constant(String name, String field, Class<E> type) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new InvalidRecurrence(
                field,
                "'" + name + "' is not one of " + List.of(type.getEnumConstants()) + " that '" + field + "' takes");
    }

    private static Moment moment(String field, String text) {
        try {
            return Moment.parse(text);
        } catch (InvalidRecurrence e) {
            throw e.in(field);
        }
    }

    private static <T> T converted(String field, String text, Function<String, T> parse, String expected) {
        try {
            return parse.apply(text);
        } catch (DateTimeException e) {
            throw new InvalidRecurrence(field, "'" + text + "' is not " + expected);
        }
    }
}
