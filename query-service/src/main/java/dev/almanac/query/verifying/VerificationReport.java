package dev.almanac.query.verifying;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a verification has found.
 *
 * @param seed the same seed over the same data takes the same sample
 * @param failure why it has failed, if it has
 * @param generation the views that were compared: those that readers saw
 * @param differences the first of them, documents of one view after those of another
 */
public record VerificationReport(
        Outcome outcome,
        @Nullable String failure,
        long seed,
        Instant startedAt,
        Instant finishedAt,
        int generation,
        List<VerifiedView> views,
        List<WrongDocument> differences) {

    /** Of more differences the views say how many there are. */
    static final int DIFFERENCES_MAX = 500;

    /** What became of it. */
    public enum Outcome {
        FINISHED,
        /** Readers were switched to other documents meanwhile: nothing is said of either. */
        OVERTAKEN,
        FAILED
    }

    /**
     * One view.
     *
     * @param compared documents that can be said to be right or wrong
     * @param different those of them that are wrong
     * @param notComparable how many documents nothing is said of, by why
     */
    public record VerifiedView(String name, int compared, int different, Map<Doubt, Integer> notComparable) {
        public VerifiedView {
            notComparable = Map.copyOf(notComparable);
        }
    }

    /**
     * One document that is wrong.
     *
     * @param fields paths of what differs in it, and never what stands there
     */
    public record WrongDocument(String view, String id, Kind kind, List<String> fields) {
        /** What is wrong with it. */
        public enum Kind {
            CHANGED,
            MISSING,
            /** Nothing on the topics has made it. */
            SURPLUS
        }

        public WrongDocument {
            fields = List.copyOf(fields);
        }
    }

    public VerificationReport {
        views = List.copyOf(views);
        differences = List.copyOf(differences);
    }
}
