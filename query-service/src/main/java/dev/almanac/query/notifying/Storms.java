package dev.almanac.query.notifying;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.notification.NotificationType;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Of what kind somebody has been told so much that the rest is gathered. Each instance counts for itself: with three of them
 * somebody hears of three times as much one by one. Not safe for threads.
 */
final class Storms {
    private static final int KINDS_MAX = 50_000;

    private record Kind(String recipientId, NotificationType type) {}

    private record Told(Instant since, int count) {}

    private final Map<Kind, Told> told = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Kind, Told> eldest) {
            return size() > KINDS_MAX;
        }
    };
    private final int singlyMax;
    private final Duration gatheredFor;

    Storms(int singlyMax, Duration gatheredFor) {
        this.singlyMax = singlyMax;
        this.gatheredFor = gatheredFor;
    }

    /** Notes one more; answers from when till when they are gathered, if they are: the same for all instances. */
    Optional<TimeSlot> gathered(String recipientId, NotificationType type, Instant now) {
        Instant since = Instant.ofEpochMilli(now.toEpochMilli() - now.toEpochMilli() % gatheredFor.toMillis());
        Told after = told.merge(
                new Kind(recipientId, type),
                new Told(since, 1),
                (before, one) -> before.since().equals(since) ? new Told(since, before.count() + 1) : one);
        return after.count() > singlyMax ? Optional.of(new TimeSlot(since, since.plus(gatheredFor))) : Optional.empty();
    }
}
