package dev.almanac.query.position;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How old what the views say may be. */
@Component
public class Freshness {
    private final PositionGate gate;
    private final Clock clock;
    private volatile @Nullable Instant stoodSince;

    Freshness(PositionGate gate, Clock clock) {
        this.gate = gate;
        this.clock = clock;
    }

    /** Takes since when the views have stood still before changes that are on Kafka, derived ones too; null if they have not. */
    public void stoodSince(@Nullable Instant since) {
        stoodSince = since;
    }

    /** Every change of the event store up to this position is in the views; 0 before the first. */
    public long position() {
        return gate.contained();
    }

    /** For how long the views have lacked something that was published. */
    public Duration lag() {
        Instant now = clock.instant();
        return Stream.of(gate.behindSince(), stoodSince)
                .filter(Objects::nonNull)
                .map(since -> Duration.between(since, now))
                .filter(Duration::isPositive)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
