package dev.almanac.query.access;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Of what somebody may read the audit: admins of everything, others of what concerns calendars that they administer. That a
 * manager may see all there is now does not tell them who did what.
 */
public record Audited(boolean everything, Set<String> calendarIds) {
    public Audited {
        calendarIds = Set.copyOf(calendarIds);
    }

    /** The calendars to which a question about one, or about any, comes down; empty where it may be about anything. */
    public Optional<Set<String>> within(@Nullable String calendarId) {
        if (calendarId == null) {
            return everything ? Optional.empty() : Optional.of(calendarIds);
        }
        return Optional.of(
                everything
                        ? Set.of(calendarId)
                        : calendarIds.stream().filter(calendarId::equals).collect(Collectors.toSet()));
    }
}
