package dev.almanac.command.schedule.model;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which titles belong together.
 *
 * @param shared titles in which it finds the same text are a pair, in upper or lower case; its first group, if it has
 *     one, is what is compared
 * @param companion of a pair of imported titles, the one in which it finds something is the companion's
 */
public record CompanionPairing(Pattern shared, Pattern companion) {
    /** What lies further apart does not go together, whatever it is called. */
    public static final Duration APART_MAX = Duration.ofDays(30);

    public Optional<String> key(String title) {
        Matcher found = shared.matcher(title);
        return found.find()
                ? Optional.ofNullable(found.group(Math.min(1, found.groupCount())))
                        .map(key -> key.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    public boolean isCompanion(String title) {
        return companion.matcher(title).find();
    }

    public static boolean isNear(Duration offset) {
        return offset.abs().compareTo(APART_MAX) <= 0;
    }
}
