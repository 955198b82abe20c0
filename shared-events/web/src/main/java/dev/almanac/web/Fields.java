package dev.almanac.web;

import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.clock.InvalidRecurrence;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of a request body and collects what is wrong with each, so that one answer names them all. A faulty
 * field reads as a placeholder; {@link #valid} never lets it out.
 */
public final class Fields {
    private static final int TEXT_MAX = 4000;
    /** RFC 5321 4.5.3.1.3, without the angle brackets of a path. */
    private static final int MAIL_MAX = 254;
    /** One name at one host, and nothing that a header of a mail could be split by. */
    private static final Pattern MAIL = Pattern.compile(
            "[^\\s@<>()\\[\\],;:\\\\\"\\p{Cntrl}]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]{2,63}");

    private final Map<String, List<String>> errors = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    /** Builds what is asked for if every field was in order, and refuses the request otherwise. */
    public <T> T valid(Supplier<T> build) {
        check();
        return build.get();
    }

    /** Refuses the request unless every field was in order. */
    public void check() {
        if (!errors.isEmpty()) {
            throw invalid();
        }
    }

    public InvalidRequest invalid() {
        return new InvalidRequest(errors);
    }

    /** Whether nothing was wrong with these so far. */
    public boolean areInOrder(String... fields) {
        return Arrays.stream(fields).noneMatch(errors::containsKey);
    }

    public void error(String field, String message) {
        errors.computeIfAbsent(field, _ -> new ArrayList<>()).add(message);
    }

    public String text(String field, @Nullable String value, int lengthMax) {
        if (value == null || value.isBlank()) {
            error(field, "is required");
            return "";
        }
        optionalText(field, value, lengthMax);
        return value;
    }

    public @Nullable String optionalText(String field, @Nullable String value) {
        return optionalText(field, value, TEXT_MAX);
    }

    public @Nullable String optionalText(String field, @Nullable String value, int lengthMax) {
        if (value != null && value.length() > lengthMax) {
            error(field, "must not be longer than " + lengthMax + " characters");
        }
        if (value != null && value.indexOf('\0') >= 0) {
            error(field, "must not contain the NUL character");
        }
        return value;
    }

    /**
     * Where one of our services sends something: an absolute address of https, whose user name and password would be in logs and
     * whose fragment would not be sent.
     *
     * @param alsoHttp on machines of developers
     */
    public String address(String field, @Nullable String value, int lengthMax, boolean alsoHttp) {
        String given = text(field, value, lengthMax);
        if (areInOrder(field) && !isAddress(given, alsoHttp)) {
            error(
                    field,
                    "must be an address of https" + (alsoHttp ? " or http" : "")
                            + " without a user name, a password or a fragment");
        }
        return given;
    }

    private static boolean isAddress(String given, boolean alsoHttp) {
        try {
            URI uri = new URI(given);
            return uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && ("https".equalsIgnoreCase(uri.getScheme())
                            || (alsoHttp && "http".equalsIgnoreCase(uri.getScheme())));
        } catch (URISyntaxException none) {
            return false;
        }
    }

    /** An address of mail; whether anybody reads what is sent there, only mail can tell. */
    public @Nullable String optionalMail(String field, @Nullable String value) {
        if (value != null && (value.length() > MAIL_MAX || !MAIL.matcher(value).matches())) {
            error(field, "must be an address such as ana@example.org, not longer than " + MAIL_MAX + " characters");
        }
        return value;
    }

    /** A time of day in whole minutes, such as {@code 22:30}. */
    public LocalTime timeOfDay(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            error(field, "is required");
            return LocalTime.MIDNIGHT;
        }
        try {
            LocalTime time = LocalTime.parse(value);
            if (!time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
                error(field, "must be in whole minutes");
            }
            return time;
        } catch (DateTimeParseException _) {
            error(field, "must be a time of day such as 22:30");
            return LocalTime.MIDNIGHT;
        }
    }

    public <T> T required(String field, @Nullable T value, T placeholder) {
        if (value == null) {
            error(field, "is required");
            return placeholder;
        }
        return value;
    }

    public Instant instant(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            error(field, "is required");
            return Instant.EPOCH;
        }
        try {
            return Rfc3339.instant(value);
        } catch (DateTimeParseException _) {
            error(field, "must be " + Rfc3339.AN_INSTANT);
        } catch (DateTimeException _) {
            error(field, "must be from " + Rfc3339.FIRST + " to " + Rfc3339.LAST);
        }
        return Instant.EPOCH;
    }

    /**
     * An instant, or a local date-time in a zone that is named beside it: one that the clocks skip is shifted by the gap's
     * length, of one that they show twice the first is meant, and the answer says so.
     *
     * @param zone null where the request names none, or none that is valid
     */
    public Instant instant(String field, @Nullable String value, @Nullable String zone) {
        Optional<LocalDateTime> local = value == null ? Optional.empty() : WallTime.parsed(value);
        if (local.isEmpty()) {
            return instant(field, value);
        }
        if (zone == null) {
            error(field, "has no offset: add one, such as Z, or name its timeZone");
            return Instant.EPOCH;
        }
        WallTime read = WallTime.of(local.get(), ZoneId.of(zone));
        read.note(field).ifPresent(notes::add);
        return instant(field, read.meant().toOffsetDateTime().toString());
    }

    /** What an instant that was read shows on the wall: as it was written, or else as the clocks of the zone have it. */
    public LocalDateTime wallTime(@Nullable String value, Instant read, String zone) {
        return Optional.ofNullable(value)
                .flatMap(WallTime::parsed)
                .map(local -> local.truncatedTo(ChronoUnit.MILLIS))
                .orElseGet(() -> LocalDateTime.ofInstant(read, ZoneId.of(zone)));
    }

    /** What the caller should know of how the request was read. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    public @Nullable Instant optionalInstant(String field, @Nullable String value, @Nullable String zone) {
        return value == null ? null : instant(field, value, zone);
    }

    public @Nullable Instant optionalInstant(String field, @Nullable String value) {
        return value == null ? null : instant(field, value);
    }

    /** A local date-time in whole seconds, such as {@code 2026-03-02T09:00:00}. */
    public @Nullable LocalDateTime optionalLocal(String field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            LocalDateTime local = LocalDateTime.parse(value);
            if (!local.equals(local.truncatedTo(ChronoUnit.SECONDS))) {
                error(field, "must be in whole seconds");
            }
            return local;
        } catch (DateTimeParseException _) {
            error(field, "must be a local date-time such as 2026-03-02T09:00:00");
            return null;
        }
    }

    /** Null where none is named, or none that is valid. */
    public @Nullable Recurrence optionalRecurrence(String field, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        try {
            return Recurrence.fromJson(value);
        } catch (InvalidRecurrence e) {
            String at = e.field().equals(InvalidRecurrence.WHOLE) ? field : field + "." + e.field();
            error(at, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** Null where none is named, or none that is valid. */
    public @Nullable String optionalZone(String field, @Nullable String value) {
        int known = errors.size();
        String zone = value == null ? null : zone(field, value);
        return errors.size() > known ? null : zone;
    }

    public String zone(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            error(field, "is required");
            return "UTC";
        }
        if (!Zones.isOne(value)) {
            error(field, "Invalid timezone");
            error(field, "must be " + Zones.A_ZONE);
            return "UTC";
        }
        return value;
    }

    public int range(String field, @Nullable Integer value, int fallback, int min, int max) {
        int number = value == null ? fallback : value;
        if (number < min || number > max) {
            error(field, "must be from " + min + " to " + max);
        }
        return number;
    }

    public <E extends Enum<E>> E constant(String field, @Nullable String value, Class<E> type) {
        E fallback = type.getEnumConstants()[0];
        if (value == null || value.isBlank()) {
            error(field, "is required");
            return fallback;
        }
        try {
            return Enum.valueOf(type, value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            error(field, "must be one of " + List.of(type.getEnumConstants()));
            return fallback;
        }
    }

    public <E extends Enum<E>> E constant(String field, @Nullable String value, E fallback) {
        return value == null ? fallback : constant(field, value, fallback.getDeclaringClass());
    }

    public List<String> texts(String field, @Nullable List<@Nullable String> values, int countMax, int lengthMax) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > countMax) {
            error(field, "must not have more than " + countMax + " entries");
        }
        return values.stream()
                .limit(countMax)
                .map(value -> text(field, value, lengthMax))
                .toList();
    }
}
