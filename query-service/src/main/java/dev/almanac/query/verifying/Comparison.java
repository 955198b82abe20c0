package dev.almanac.query.verifying;

import dev.almanac.query.verifying.VerificationReport.VerifiedView;
import dev.almanac.query.verifying.VerificationReport.WrongDocument;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What the comparison of one view has come to. */
final class Comparison {
    private final List<Suspect> suspects = new ArrayList<>();
    private final Map<Doubt, Integer> doubts = new EnumMap<>(Doubt.class);
    private final String view;
    private int same;

    Comparison(String view) {
        this.view = view;
    }

    /** Of a view that is not compared at all. */
    static Comparison none(String view, Doubt why) {
        Comparison none = new Comparison(view);
        none.doubt(why);
        return none;
    }

    void same() {
        same++;
    }

    void suspect(Suspect suspect) {
        suspects.add(suspect);
    }

    void doubt(Doubt why) {
        doubts.merge(why, 1, Integer::sum);
    }

    List<Suspect> suspects() {
        return suspects;
    }

    /** Acquits those whose changes are not all there. */
    void acquit(Predicate<Suspect> lacksChanges) {
        int before = suspects.size();
        suspects.removeIf(lacksChanges);
        for (int i = suspects.size(); i < before; i++) {
            doubt(Doubt.CHANGES_MISSING);
        }
    }

    VerifiedView told() {
        return new VerifiedView(view, same + suspects.size(), suspects.size(), doubts);
    }

    List<WrongDocument> differences() {
        return suspects.stream().map(Suspect::difference).toList();
    }
}
