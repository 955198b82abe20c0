package dev.almanac.command.changerequest.interpret;

import dev.almanac.command.changerequest.interpret.Piece.Name;
import dev.almanac.command.changerequest.interpret.Piece.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Cuts a folded sentence into pieces: at each word, the longest phrase that is known. */
final class Scanner {
    /** Stands where the name of the subject stood. */
    static final char NAME = '\u00A7';

    private static final List<Phrase> PHRASES = Stream.of(
                    VerbPhrases.ALL, ClockPhrases.ALL, RepeatPhrases.ALL, DayPhrases.ALL, LengthPhrases.ALL)
            .flatMap(List::stream)
            .toList();
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+|[^\\s\\p{L}\\p{N}']+");
    private static final Pattern MUTE = Pattern.compile("[,.;!?\"'()\\s:-]+");

    private Scanner() {}

    private record Found(Piece piece, int end) {}

    static List<Piece> pieces(String folded, Sentence sentence) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < folded.length()) {
            int start = at;
            Optional<Found> found = Optional.empty();
            if (Character.isWhitespace(folded.charAt(at))) {
                at++;
            } else if (folded.charAt(at) == NAME) {
                pieces.add(new Name());
                at++;
            } else {
                found = longest(folded, start, sentence);
                at = found.map(Found::end).orElseGet(() -> word(folded, start, pieces));
            }
            found.ifPresent(one -> pieces.add(one.piece()));
        }
        return pieces;
    }

    /** Whether the word means something by itself. */
    static boolean knows(String word) {
        return PHRASES.stream()
                .anyMatch(phrase -> phrase.pattern().matcher(word).matches());
    }

    private static Optional<Found> longest(String folded, int at, Sentence sentence) {
        Phrase best = null;
        int end = at;
        for (Phrase phrase : PHRASES) {
            Matcher matcher = matcher(phrase, folded, at);
            if (matcher.lookingAt() && matcher.end() > end) {
                best = phrase;
                end = matcher.end();
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        Matcher matcher = matcher(best, folded, at);
        return matcher.lookingAt()
                ? Optional.of(new Found(best.meaning().apply(matcher.toMatchResult(), sentence), end))
                : Optional.empty();
    }

    private static Matcher matcher(Phrase phrase, String folded, int at) {
        return phrase.pattern().matcher(folded).region(at, folded.length()).useTransparentBounds(true);
    }

    /** Passed over, or remembered as one that nobody knows. */
    private static int word(String folded, int at, List<Piece> pieces) {
        Matcher word = WORD.matcher(folded).region(at, folded.length());
        if (!word.lookingAt()) {
            return at + 1;
        }
        String said = word.group();
        if (!Vocabulary.FILLERS.contains(said) && !MUTE.matcher(said).matches()) {
            pieces.add(new Unknown(said));
        }
        return word.end();
    }
}
