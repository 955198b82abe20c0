package dev.almanac.events.subscription;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Whether notifications are gathered.
 *
 * @param at local time of a daily one; null of others
 */
public record Digest(DigestFrequency frequency, @Nullable LocalTime at) {
    public static final Digest NONE = new Digest(DigestFrequency.NONE, null);

    public Digest {
        if ((frequency == DigestFrequency.DAILY) != (at != null)) {
            throw new IllegalArgumentException("a daily digest names its time, and no other does");
        }
    }
}
