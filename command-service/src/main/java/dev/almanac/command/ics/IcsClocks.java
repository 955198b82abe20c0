package dev.almanac.command.ics;

import dev.almanac.recurrence.Rrule;
import dev.almanac.recurrence.Series;
import dev.almanac.recurrence.clock.InvalidRecurrence;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A VTIMEZONE (RFC 5545 3.6.5): which offset its clocks show. Its observances begin yearly or at times that are listed; no
 * zone on earth needs more, and whatever else a file says there is not worked out.
 */
final class IcsClocks {
    /** Two a year for two centuries. */
    private static final int OBSERVANCES_MAX = 400;

    private static final int TIMES_MAX = 400;
    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2})(\\d{2})(\\d{2})?");
    private static final Pattern YEARLY = Pattern.compile("(.*;)?FREQ=YEARLY(;.*)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern WITHIN_DAYS = Pattern.compile("BY(HOUR|MINUTE|SECOND)=", Pattern.CASE_INSENSITIVE);

    private final List<Observance> observances = new ArrayList<>();
    private String name = "";
    private @Nullable String fault;

    /** STANDARD or DAYLIGHT, while it is read and after. */
    private static final class Observance {
        private @Nullable LocalDateTime start;
        private @Nullable ZoneOffset before;
        private @Nullable ZoneOffset after;
        private @Nullable String rule;
        private final List<LocalDateTime> times = new ArrayList<>();
    }

    /**
     * From an instant on the clocks show an offset, until the next onset.
     *
     * @param after what they show from then on
     */
    private record Onset(Instant instant, ZoneOffset after) {}

    String name() {
        return name;
    }

    void begin(String kind) {
        if (observances.size() == OBSERVANCES_MAX) {
            fault = "it has more than " + OBSERVANCES_MAX + " observances";
            return;
        }
        if (kind.equals("STANDARD") || kind.equals("DAYLIGHT")) {
            observances.add(new Observance());
        }
    }

    void add(String parent, IcsProperty property) {
        if (parent.equals("VTIMEZONE") && property.name().equals("TZID")) {
            name = property.value();
            return;
        }
        if (observances.isEmpty() || fault != null) {
            return;
        }
        try {
            read(observances.getLast(), property);
        } catch (DateTimeException _) {
            fault = "line " + property.line() + ": " + property.name() + " cannot be read: " + property.shown();
        }
    }

    private static void read(Observance observance, IcsProperty property) {
        String value = property.value().strip();
        switch (property.name()) {
            case "DTSTART" -> observance.start = local(value);
            case "TZOFFSETFROM" -> observance.before = offset(value);
            case "TZOFFSETTO" -> observance.after = offset(value);
            case "RRULE" -> observance.rule = value;
            case "RDATE" ->
                Stream.of(value.split(",", TIMES_MAX + 1))
                        .limit(TIMES_MAX - Math.min(TIMES_MAX, observance.times.size()))
                        .map(IcsClocks::local)
                        .forEach(observance.times::add);
            default -> {}
        }
    }

    /** Some producers write a Z where no zone belongs. */
    private static LocalDateTime local(String value) {
        return IcsTime.local(value.endsWith("Z") ? value.substring(0, value.length() - 1) : value);
    }

    private static ZoneOffset offset(String value) {
        Matcher parts = OFFSET.matcher(value);
        if (!parts.matches()) {
            throw new DateTimeException(value);
        }
        int seconds = parts.group(4) == null ? 0 : Integer.parseInt(parts.group(4));
        int amount = Integer.parseInt(parts.group(2)) * 3600 + Integer.parseInt(parts.group(3)) * 60 + seconds;
        return ZoneOffset.ofTotalSeconds(parts.group(1).equals("-") ? -amount : amount);
    }

    /** The offsets at some instants, or why nobody can say. */
    List<ZoneOffset> offsets(List<Instant> at) {
        if (fault != null) {
            throw unreadable(fault);
        }
        if (observances.isEmpty()) {
            throw unreadable("it has neither STANDARD nor DAYLIGHT");
        }
        List<Instant> ascending = at.stream().sorted().toList();
        List<Onset> onsets = observances.stream()
                .flatMap(observance -> onsets(observance, ascending))
                .sorted(Comparator.comparing(Onset::instant))
                .toList();
        ZoneOffset first = observances.stream()
                .min(Comparator.comparing(observance -> given(observance.start, "DTSTART")))
                .map(observance -> given(observance.before, "TZOFFSETFROM"))
                .orElseThrow();
        return at.stream()
                .map(instant -> onsets.stream()
                        .takeWhile(onset -> !onset.instant().isAfter(instant))
                        .reduce((_, later) -> later)
                        .map(Onset::after)
                        .orElse(first))
                .toList();
    }

    /** The last onset before the instants, and all those between them. */
    private Stream<Onset> onsets(Observance observance, List<Instant> at) {
        LocalDateTime start = given(observance.start, "DTSTART");
        ZoneOffset before = given(observance.before, "TZOFFSETFROM");
        ZoneOffset after = given(observance.after, "TZOFFSETTO");
        Instant from = at.getFirst().plusNanos(1);
        Instant till = at.getLast().plusNanos(1);
        Stream<Instant> listed =
                Stream.concat(Stream.of(start), observance.times.stream()).map(local -> local.toInstant(before));
        Stream<Instant> ruled =
                observance.rule == null ? Stream.empty() : yearly(observance.rule, start, before, from, till);
        return Stream.concat(listed, ruled).map(instant -> new Onset(instant, after));
    }

    private Stream<Instant> yearly(String rule, LocalDateTime start, ZoneOffset before, Instant from, Instant till) {
        if (!YEARLY.matcher(rule).matches() || WITHIN_DAYS.matcher(rule).find()) {
            throw unreadable("its observances must be YEARLY, or listed as RDATE: " + IcsProperty.shortened(rule));
        }
        try {
            Series series = Series.of(new Rrule(rule.toUpperCase(Locale.ROOT)), start, before);
            Optional<Instant> last = series.previous(from).map(occurrence -> occurrence.instant());
            return Stream.concat(
                    last.stream(),
                    series.between(from, till, TIMES_MAX).stream().map(occurrence -> occurrence.instant()));
        } catch (InvalidRecurrence e) {
            throw unreadable("RRULE: " + e.getMessage());
        }
    }

    private <T> T given(@Nullable T value, String property) {
        if (value == null) {
            throw unreadable("an observance has no " + property);
        }
        return value;
    }

    private Unimportable unreadable(String why) {
        return new Unimportable("VTIMEZONE " + IcsProperty.shortened(name) + " cannot be used: " + why);
    }
}
