package dev.almanac.query.projecting;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** For how long what other code builds has not got on; whoever built it may be gone. */
final class Standstill {
    private record Seen(int generation, Map<TopicPartition, Long> positions) {}

    private @Nullable Seen last;
    private Instant since = Instant.EPOCH;

    Duration of(int generation, Map<TopicPartition, Long> positions, Instant now) {
        Seen seen = new Seen(generation, Map.copyOf(positions));
        if (!seen.equals(last)) {
            last = seen;
            since = now;
        }
        return Duration.between(since, now);
    }
}
