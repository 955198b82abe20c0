package dev.almanac.command.schedule.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which titles belong together.
 *
 * @param pattern titles in which it finds the same text are a pair, in upper or lower case; its first group, if it has
 *     one, is what is compared
 */
public record CompanionPairing(Pattern pattern) {

    public Optional<String> key(String title) {
        Matcher found = pattern.matcher(title);
        return found.find()
                ? Optional.ofNullable(found.group(Math.min(1, found.groupCount())))
                        .map(key -> key.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }
}
