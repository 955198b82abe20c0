package dev.almanac.command.ics;

import dev.almanac.events.schedule.EventDetails;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A VALARM as a reminder (RFC 5545 3.6.6): one that shows a text so long before the start. Others, such as those that sound, send
 * mail, repeat or go by the end, are no reminders of ours, and are kept as they stand.
 */
final class IcsAlarm {
    /** What such an alarm may say without meaning something else; and whatever is experimental. */
    private static final Set<String> PLAIN =
            Set.of("BEGIN", "END", "ACTION", "TRIGGER", "DESCRIPTION", "UID", "ACKNOWLEDGED");

    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9-]+)((?:;[^:]*)?):(.*)", Pattern.DOTALL);
    private static final Pattern BEFORE = Pattern.compile(
            "([+-]?)P(?:(\\d{1,4})W|(?:(\\d{1,5})D)?(?:T(?:(\\d{1,6})H)?(?:(\\d{1,8})M)?(?:(\\d{1,9})S)?)?)");

    private IcsAlarm() {}

    /** How long before the start it shows; empty for what is kept as it stands. */
    static Optional<Duration> reminder(String component, List<String> lines) {
        if (!component.equals("VALARM")) {
            return Optional.empty();
        }
        List<Line> said = lines.stream().flatMap(Line::of).toList();
        boolean isPlain = said.size() == lines.size()
                && said.stream().allMatch(Line::isPlain)
                && one(said, "ACTION").filter(action -> action.says("DISPLAY")).isPresent();
        return isPlain
                ? one(said, "TRIGGER")
                        .filter(Line::goesByTheStart)
                        .flatMap(trigger -> before(trigger.value().strip()))
                : Optional.empty();
    }

    private record Line(String name, String parameters, String value) {
        static Stream<Line> of(String raw) {
            Matcher parts = LINE.matcher(raw);
            return parts.matches()
                    ? Stream.of(new Line(
                            parts.group(1).toUpperCase(Locale.ROOT),
                            parts.group(2).toUpperCase(Locale.ROOT),
                            parts.group(3)))
                    : Stream.empty();
        }

        boolean isPlain() {
            return PLAIN.contains(name) || name.startsWith("X-");
        }

        boolean says(String word) {
            return value.strip().equalsIgnoreCase(word);
        }

        /** Which it does unless it says otherwise (RFC 5545 3.2.14). */
        boolean goesByTheStart() {
            return Set.of("", ";VALUE=DURATION", ";RELATED=START").contains(parameters);
        }
    }

    private static Optional<Line> one(List<Line> said, String name) {
        List<Line> all = said.stream().filter(line -> line.name().equals(name)).toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** RFC 5545 3.3.6; of a trigger what lies behind the start is no time before it. */
    private static Optional<Duration> before(String trigger) {
        Matcher parts = BEFORE.matcher(trigger.toUpperCase(Locale.ROOT));
        if (!parts.matches() || trigger.toUpperCase(Locale.ROOT).endsWith("P") || trigger.endsWith("T")) {
            return Optional.empty();
        }
        Duration length = Duration.ofDays(7 * number(parts.group(2)) + number(parts.group(3)))
                .plusHours(number(parts.group(4)))
                .plusMinutes(number(parts.group(5)))
                .plusSeconds(number(parts.group(6)));
        boolean isBefore = "-".equals(parts.group(1)) || length.isZero();
        return isBefore && EventDetails.isReminder(length) ? Optional.of(length) : Optional.empty();
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
