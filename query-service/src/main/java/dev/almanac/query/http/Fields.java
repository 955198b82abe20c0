package dev.almanac.query.http;

import dev.almanac.web.WallTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a request body and collects what is wrong with each, so that one answer names them all. */
public final class Fields {
    private final Map<String, List<String>> errors = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    public void error(String field, String message) {
        errors.computeIfAbsent(field, _ -> new ArrayList<>()).add(message);
    }

    /** Refuses the request unless every field was in order. */
    public void check() {
        if (!errors.isEmpty()) {
            throw refusal();
        }
    }

    public Refused refusal() {
        return new Refusal.ParameterIsInvalid(Map.copyOf(errors)).asError();
    }

    public Optional<ZoneId> zone(String field, @Nullable String value) {
        return required(field, value)
                .flatMap(text -> parsed(field, text, Zones::parse, "an IANA time zone such as Europe/Berlin"));
    }

    public Optional<Instant> instant(String field, @Nullable String value) {
        return required(field, value)
                .flatMap(text ->
                        parsed(field, text, Dates::instant, "an RFC 3339 instant such as 2026-03-01T09:00:00Z"));
    }

    /**
     * An instant, or a local date-time of a zone that is named beside it.
     *
     * @param zone empty where the request names none, or none that is valid
     */
    public Optional<Instant> instant(String field, @Nullable String value, Optional<ZoneId> zone) {
        Optional<LocalDateTime> local = value == null ? Optional.empty() : WallTime.parsed(value);
        if (local.isEmpty()) {
            return instant(field, value);
        }
        if (zone.isEmpty()) {
            error(field, "has no offset: add one, such as Z, or name its timeZone");
            return Optional.empty();
        }
        WallTime read = WallTime.of(local.get(), zone.get());
        read.note(field).ifPresent(notes::add);
        return instant(field, read.instant().toString());
    }

    /** What the caller should know of how local times were read. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    public Optional<ZoneId> optionalZone(String field, @Nullable String value) {
        return value == null ? Optional.empty() : zone(field, value);
    }

    /** A local date-time in whole seconds, if any. */
    public Optional<LocalDateTime> optionalLocal(String field, @Nullable String value) {
        Optional<LocalDateTime> local = Optional.ofNullable(value)
                .flatMap(text ->
                        parsed(field, text, LocalDateTime::parse, "a local date-time such as 2026-03-01T09:00:00"));
        local.filter(time -> !time.equals(time.truncatedTo(ChronoUnit.SECONDS)))
                .ifPresent(_ -> error(field, "must be in whole seconds"));
        return local;
    }

    public int range(String field, @Nullable Integer value, int fallback, int min, int max) {
        int number = value == null ? fallback : value;
        if (number < min || number > max) {
            error(field, "must be from " + min + " to " + max);
        }
        return number;
    }

    public <E extends Enum<E>> E constant(String field, @Nullable String name, E fallback) {
        if (name == null) {
            return fallback;
        }
        E[] constants = fallback.getDeclaringClass().getEnumConstants();
        Optional<E> named = Arrays.stream(constants)
                .filter(constant -> constant.name().equalsIgnoreCase(name))
                .findFirst();
        if (named.isEmpty()) {
            error(field, "'" + name + "' is not one of " + Arrays.toString(constants));
        }
        return named.orElse(fallback);
    }

    private Optional<String> required(String field, @Nullable String value) {
        if (value == null) {
            error(field, "is required");
        }
        return Optional.ofNullable(value);
    }

    private <T> Optional<T> parsed(String field, String text, Function<String, T> parse, String expected) {
        try {
            return Optional.of(parse.apply(text));
        } catch (DateTimeException _) {
            error(field, "'" + text + "' is not " + expected);
            return Optional.empty();
        }
    }
}
