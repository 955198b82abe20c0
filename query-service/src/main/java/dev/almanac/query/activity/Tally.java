package dev.almanac.query.activity;

import dev.almanac.events.activity.Activity.Counted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was read since it was last taken: what is alike but for its time is one, with a count. */
final class Tally {
    private final int kindsMax;
    private final Map<Counted, Counted> kinds = new HashMap<>();

    Tally(int kindsMax) {
        this.kindsMax = kindsMax;
    }

    /** Says whether there was room for it. */
    synchronized boolean add(Counted activity) {
        Counted kind = activity.counted(0, Instant.EPOCH);
        Counted before = kinds.get(kind);
        if (before == null && kinds.size() >= kindsMax) {
            return false;
        }
        kinds.put(kind, before == null ? activity : before.counted(before.count() + activity.count(), activity.at()));
        return true;
    }

    synchronized List<Counted> take() {
        List<Counted> taken = new ArrayList<>(kinds.values());
        kinds.clear();
        return taken;
    }
}
