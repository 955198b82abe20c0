package dev.almanac.query.lanes;

import dev.almanac.events.resource.ResourceProfile;
import java.time.Duration;
import java.util.Optional;

/** How far apart the claims of a resource are kept: a check says no to what comes closer, so nobody suggests it. */
public final class Buffers {
    /** SCH-032. */
    public static final int USUAL_MINUTES = 15;

    private static final Duration USUAL = Duration.ofMinutes(USUAL_MINUTES);

    private Buffers() {}

    public static Duration usual(ResourceProfile resource) {
        return of(resource, USUAL);
    }

    /** What is asked for, or the resource's own where that is longer: closer claims would be a conflict. */
    public static Duration of(ResourceProfile resource, Duration asked) {
        return Optional.ofNullable(resource.bufferMinutes())
                .map(Duration::ofMinutes)
                .filter(own -> own.compareTo(asked) > 0)
                .orElse(asked);
    }
}
