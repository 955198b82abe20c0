package dev.almanac.faults.check;

import dev.almanac.events.Republication;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every key of a topic has the changes of each source in order, without a gap, and repeats are the same change again. What was
 * missing may come behind what followed it only with all changes of its key, republished to mend it.
 */
final class Numbering {
    static final String GAP = "a change is missing on its topic";
    static final String TWO = "two changes have one number";

    /** Ids by number; null where one is missing. */
    private final Map<String, List<@Nullable String>> ids = new HashMap<>();

    private final Map<String, String> gaps = new HashMap<>();
    private final Map<String, Republished> drafts = new HashMap<>();
    private final Verdict verdict;

    /** What has come of a republication so far. */
    private record Republished(String id, List<String> ids) {}

    private Numbering(Verdict verdict) {
        this.verdict = verdict;
    }

    /** All but what comes from sources of ours, which did harm. */
    static void check(List<Told> topic, Set<String> ours, Verdict verdict) {
        Numbering numbering = new Numbering(verdict);
        for (Told told : topic) {
            long sequence = told.recorded().metadata().sequence();
            if (sequence >= 0 && !ours.contains(told.source())) {
                numbering.take(told, (int) sequence);
            }
        }
        numbering.gaps.values().forEach(gap -> verdict.broken(GAP, gap));
        verdict.count("keys of topics", numbering.ids.size());
    }

    private void take(Told told, int sequence) {
        String key = told.topic() + " " + told.key() + " " + told.source();
        List<@Nullable String> known = ids.computeIfAbsent(key, _ -> new ArrayList<>());
        Republication republication = told.recorded().republication();
        if (republication != null) {
            again(key, known, told, republication);
        } else if (sequence == known.size()) {
            known.add(told.id());
        } else if (sequence > known.size()) {
            gaps.putIfAbsent(
                    key, told.key() + " at " + told.place() + ": " + sequence + " follows " + (known.size() - 1));
            while (known.size() < sequence) {
                known.add(null);
            }
            known.add(told.id());
        } else {
            repeat(told, sequence, known.get(sequence));
        }
    }

    private void repeat(Told told, int sequence, @Nullable String known) {
        if (told.id().equals(known)) {
            verdict.count("repeats", 1);
        } else if (known != null) {
            verdict.broken(TWO, told.key() + " at " + told.place() + ": " + sequence);
        }
    }

    /** Mends a key if it is there from its first change to its last, and says the same of all that was known. */
    private void again(String key, List<@Nullable String> known, Told told, Republication republication) {
        if (republication.isFirst()) {
            drafts.put(key, new Republished(republication.id(), new ArrayList<>()));
        }
        Republished draft = drafts.get(key);
        if (draft == null
                || !draft.id().equals(republication.id())
                || draft.ids().size() != republication.number()) {
            return;
        }
        draft.ids().add(told.id());
        if (republication.isLast()) {
            drafts.remove(key);
            mend(key, known, told, draft.ids());
        }
    }

    private void mend(String key, List<@Nullable String> known, Told told, List<String> whole) {
        for (int sequence = 0; sequence < known.size(); sequence++) {
            String before = known.get(sequence);
            if (before != null
                    && (sequence >= whole.size() || !whole.get(sequence).equals(before))) {
                verdict.broken(TWO, told.key() + " at " + told.place() + ": republished without " + before);
                return;
            }
        }
        known.clear();
        known.addAll(whole);
        gaps.remove(key);
        verdict.count("keys mended", 1);
    }
}
