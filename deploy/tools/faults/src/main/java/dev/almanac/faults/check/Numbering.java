package dev.almanac.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every key of a topic has the changes of each source in order, without a gap, and repeats are the same change again. */
final class Numbering {
    static final String GAP = "a change is missing on its topic";
    static final String TWO = "two changes have one number";

    private Numbering() {}

    /** All but what comes from sources of ours, which did harm. */
    static void check(List<Told> topic, Set<String> ours, Verdict verdict) {
        Map<String, List<String>> ids = new HashMap<>();
        for (Told told : topic) {
            long sequence = told.recorded().metadata().sequence();
            if (sequence >= 0 && !ours.contains(told.source())) {
                take(told, (int) sequence, ids, verdict);
            }
        }
        verdict.count("keys of topics", ids.size());
    }

    private static void take(Told told, int sequence, Map<String, List<String>> ids, Verdict verdict) {
        List<String> known =
                ids.computeIfAbsent(told.topic() + " " + told.key() + " " + told.source(), _ -> new ArrayList<>());
        if (sequence == known.size()) {
            known.add(told.id());
        } else if (sequence > known.size()) {
            verdict.broken(
                    GAP, told.key() + " at " + told.place() + ": " + sequence + " follows " + (known.size() - 1));
            while (known.size() <= sequence) {
                known.add(told.id());
            }
        } else if (!known.get(sequence).equals(told.id())) {
            verdict.broken(TWO, told.key() + " at " + told.place() + ": " + sequence);
        } else {
            verdict.count("repeats", 1);
        }
    }
}
