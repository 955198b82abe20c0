package dev.almanac.events.subscription;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Every day from then till then; past midnight where the end is not behind the start.
 *
 * @param from local time, inclusive
 * @param till local time, exclusive, and another than {@code from}
 */
public record QuietHours(LocalTime from, LocalTime till) {
    public QuietHours {
        if (from.equals(till)) {
            throw new IllegalArgumentException("quiet hours that begin as they end are none, or all");
        }
    }

    public boolean contain(LocalTime time) {
        return from.isBefore(till)
                ? !time.isBefore(from) && time.isBefore(till)
                : !time.isBefore(from) || time.isBefore(till);
    }

    /** When those are over that it is quiet in at that time. */
    Optional<LocalDateTime> end(LocalDateTime now) {
        if (!contain(now.toLocalTime())) {
            return Optional.empty();
        }
        LocalDateTime today = now.toLocalDate().atTime(till);
        return Optional.of(today.isAfter(now) ? today : today.plusDays(1));
    }
}
