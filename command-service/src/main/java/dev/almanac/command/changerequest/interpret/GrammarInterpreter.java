package dev.almanac.command.changerequest.interpret;

import dev.almanac.command.changerequest.interpret.Interpretation.NotUnderstood;
import dev.almanac.command.changerequest.interpret.Subjects.Match;
import dev.almanac.command.ledger.NameWords;
import dev.almanac.events.changerequest.ChangeWarning;
import dev.almanac.events.changerequest.ChangeWarning.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads English and German sentences with a grammar of its own, which would rather understand nothing than guess. */
public final class GrammarInterpreter implements Interpreter {
    private static final int CANDIDATES_MAX = 5;

    @Override
    public String name() {
        return "grammar";
    }

    @Override
    public Interpretation interpret(Sentence sentence, Candidates candidates) {
        String folded = NameWords.folded(sentence.text()).replace(Scanner.NAME, ' ');
        List<Match> matches = matches(folded, candidates);
        if (matches.isEmpty()) {
            return unnamed(folded, sentence);
        }
        if (matches.size() > 1) {
            return two(matches);
        }
        Match match = matches.getFirst();
        Reading reading = Reading.of(Scanner.pieces(match.rest(), sentence));
        return new Grammar(sentence, match.candidate(), match.coverage(), reading).interpretation();
    }

    /** What it was asked about, unless the sentence has another's whole name. */
    private static List<Match> matches(String folded, Candidates candidates) {
        Candidate given = candidates.given();
        if (given == null) {
            return Subjects.best(folded, candidates.named());
        }
        Match own = Subjects.match(folded, given)
                .map(match -> new Match(given, match.whole(), match.words(), 1, match.rest()))
                .orElseGet(() -> new Match(given, false, 0, 1, folded));
        List<Match> others = Subjects.best(folded, candidates.others().toList()).stream()
                .filter(other -> other.whole() && (!own.whole() || other.words() > own.words()))
                .toList();
        return Stream.concat(Stream.of(own), others.stream()).toList();
    }

    private static NotUnderstood two(List<Match> matches) {
        List<Candidate> meant =
                matches.stream().map(Match::candidate).limit(CANDIDATES_MAX).toList();
        String names = String.join(", ", meant.stream().map(Candidate::name).toList());
        return new NotUnderstood(
                List.of(new ChangeWarning(Code.TWO_MATCHED, "More than one may be meant: " + names)), meant);
    }

    /** Nothing is named; what else is wrong is said, too. */
    private static NotUnderstood unnamed(String folded, Sentence sentence) {
        List<ChangeWarning> warnings = new ArrayList<>();
        Optional<String> beyond = Reading.of(Scanner.pieces(folded, sentence)).beyond();
        beyond.ifPresent(why -> warnings.add(new ChangeWarning(Code.NOT_UNDERSTOOD, why)));
        warnings.add(new ChangeWarning(
                Code.NOTHING_MATCHED,
                "No rule or event that you may change has a name of which the sentence has words"));
        return new NotUnderstood(warnings, List.of());
    }
}
