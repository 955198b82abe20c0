package dev.almanac.query.history;

import dev.almanac.events.Change;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;

/** Which of some changes the caller may hear of, and of which with all that is said there. */
public final class Hearing {
    private final Set<Change> heard;
    private final Set<Change> whole;

    Hearing(Set<Change> heard, Set<Change> whole) {
        this.heard = heard;
        this.whole = whole;
    }

    /** The same instances, as equal changes may have happened at different times. */
    static Set<Change> those(Iterable<? extends Change> changes, Predicate<Change> which) {
        Set<Change> those = Collections.newSetFromMap(new IdentityHashMap<>());
        changes.forEach(change -> {
            if (which.test(change)) {
                those.add(change);
            }
        });
        return those;
    }

    /** Whether they may read what it is about. */
    public boolean mayHear(Change change) {
        return heard.contains(change);
    }

    /**
     * Whether they may also hear what only those who may change a rule need to know, payloads and where logs are, and what only
     * the owner of a private entry is told.
     */
    public boolean isWhole(Change change) {
        return whole.contains(change);
    }
}
