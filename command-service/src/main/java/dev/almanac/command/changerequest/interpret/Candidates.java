package dev.almanac.command.changerequest.interpret;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a sentence may be about.
 *
 * @param named those with words of the sentence in their names
 * @param given what it was asked about, if that was said beside it
 */
public record Candidates(List<Candidate> named, @Nullable Candidate given) {
    public Candidates {
        named = List.copyOf(named);
    }

    boolean have(Candidate candidate) {
        return candidate.equals(given) || named.contains(candidate);
    }

    Stream<Candidate> others() {
        return named.stream()
                .filter(candidate -> given == null || !candidate.subjectId().equals(given.subjectId()));
    }
}
