package dev.almanac.terminal.calendar;

import java.util.List;
import java.util.Optional;

/** What a question was answered. */
public sealed interface Answer {

    record Counts(MonthCounts counts) implements Answer {}

    /**
     * A diary of the span that was asked for.
     *
     * @param truncated there is more than was read
     */
    record Entries(Diary diary, boolean truncated) implements Answer {}

    record LanesKnown(List<Lane> lanes) implements Answer {
        public LanesKnown {
            lanes = List.copyOf(lanes);
        }
    }

    /** What waits for somebody. */
    record Waiting(long missedRuns, long openConflicts) implements Answer {}

    record Conflicts(List<Conflict> conflicts) implements Answer {
        public Conflicts {
            conflicts = List.copyOf(conflicts);
        }
    }

    record Explained(Conflict conflict) implements Answer {}

    record Last(Optional<Undoable> change) implements Answer {}
}
