package dev.almanac.query.conflicts;

import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.query.store.Generations;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** On how many conflicts somebody still has to act, by level. Beyond a bound it is no longer counted how many more there are. */
@Component
class OpenConflictMeters {
    static final int COUNTED_MAX = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final Generations generations;
    private volatile Map<ConflictLevel, Long> open = Map.of();

    OpenConflictMeters(Generations generations, MeterRegistry meters) {
        this.generations = generations;
        Arrays.stream(ConflictLevel.values())
                .filter(level -> level != ConflictLevel.NONE)
                .forEach(level -> Gauge.builder("scheduling.conflicts.open", () -> open.getOrDefault(level, 0L))
                        .description(
                                "Conflicts on which somebody still has to act, up to " + COUNTED_MAX + " of all levels")
                        .tag("level", level.name().toLowerCase(Locale.ROOT))
                        .register(meters));
    }

    /** While the store does not answer, it stays as it was: health reports the store. */
    @Scheduled(fixedDelayString = "PT30S")
    void look() {
        ConflictReads.of(generations.active())
                .open(COUNTED_MAX)
                .collect(Collectors.groupingBy(ConflictView::conflictLevel, Collectors.counting()))
                .timeout(PATIENCE)
                .onErrorComplete()
                .blockOptional()
                .ifPresent(levels -> open = Map.copyOf(levels));
    }
}
