package dev.almanac.query.notifying;

import dev.almanac.events.notification.NotificationCategory;
import dev.almanac.events.subscription.Digest;
import dev.almanac.events.subscription.NotificationPreferences;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Until when somebody wants a notification to wait: for the end of their quiet hours, or for their digest. */
final class Wishes {
    private Wishes() {}

    /** Empty for at once. */
    static Optional<Instant> notBefore(NotificationPreferences wishes, NotificationCategory category, Instant now) {
        return category == NotificationCategory.CRITICAL
                ? Optional.empty()
                : Stream.concat(
                                wishes.quietUntil(category, now).stream(),
                                digestAt(wishes.digest(), now.atZone(wishes.zone())).stream())
                        .max(Comparator.naturalOrder());
    }

    private static Optional<Instant> digestAt(Digest digest, ZonedDateTime now) {
        return switch (digest.frequency()) {
            case NONE -> Optional.empty();
            case HOURLY ->
                Optional.of(now.toInstant().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS));
            case DAILY -> Optional.of(next(Objects.requireNonNull(digest.at()), now));
        };
    }

    private static Instant next(LocalTime at, ZonedDateTime now) {
        LocalDateTime today = now.toLocalDate().atTime(at);
        LocalDateTime next = today.isAfter(now.toLocalDateTime()) ? today : today.plusDays(1);
        return next.atZone(now.getZone()).toInstant();
    }
}
