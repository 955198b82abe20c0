package dev.almanac.command.changerequest.interpret;

import java.time.LocalDateTime;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words that mean something together. */
record Phrase(Pattern pattern, BiFunction<MatchResult, Sentence, Piece> meaning) {
    static Phrase of(String pattern, Piece piece) {
        return new Phrase(Vocabulary.words(pattern), (_, _) -> piece);
    }

    static Phrase of(String pattern, Function<MatchResult, Piece> meaning) {
        return new Phrase(Vocabulary.words(pattern), (found, _) -> meaning.apply(found));
    }

    static Phrase by(String pattern, BiFunction<MatchResult, Sentence, Piece> meaning) {
        return new Phrase(Vocabulary.words(pattern), meaning);
    }

    static Phrase dated(String pattern, BiFunction<MatchResult, LocalDateTime, Piece> meaning) {
        return by(pattern, (found, sentence) -> meaning.apply(found, sentence.now()));
    }
}
