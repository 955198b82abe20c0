package dev.almanac.command.changerequest.interpret;

import dev.almanac.events.changerequest.ChangeWarning;
import java.util.List;

/** What an interpreter made of a sentence. */
public sealed interface Interpretation {

    /**
     * One intention about one subject.
     *
     * @param confidence from 0 to 1
     */
    record Understood(Candidate subject, Intention intention, double confidence, List<ChangeWarning> warnings)
            implements Interpretation {
        public Understood {
            warnings = List.copyOf(warnings);
            if (!(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException("a confidence is from 0 to 1");
            }
        }
    }

    /**
     * Nothing, and why.
     *
     * @param candidates what may have been meant
     */
    record NotUnderstood(List<ChangeWarning> warnings, List<Candidate> candidates) implements Interpretation {
        public NotUnderstood {
            warnings = List.copyOf(warnings);
            candidates = List.copyOf(candidates);
        }
    }

    static NotUnderstood nothing(ChangeWarning.Code code, String text) {
        return new NotUnderstood(List.of(new ChangeWarning(code, text)), List.of());
    }
}
