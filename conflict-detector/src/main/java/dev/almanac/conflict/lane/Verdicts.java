package dev.almanac.conflict.lane;

import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictCleared;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.Locale;

/** Counts what was found. After a transaction that was taken back it is found, and counted, again. */
final class Verdicts {
    private static final Counter CLEARED = Metrics.counter("scheduling.conflicts.cleared");

    private Verdicts() {}

    static void note(ConflictChange change) {
        switch (change) {
            case ScheduleConflictDetected detected ->
                Metrics.counter(
                                "scheduling.conflicts.detected",
                                "type",
                                lower(detected.conflictType()),
                                "level",
                                lower(detected.conflictLevel()))
                        .increment();
            case ScheduleConflictCleared _ -> CLEARED.increment();
            case ConflictChange.Handling _ -> {}
        }
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
