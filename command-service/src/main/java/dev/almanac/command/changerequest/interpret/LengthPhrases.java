package dev.almanac.command.changerequest.interpret;

import static dev.almanac.command.changerequest.interpret.Vocabulary.NUMBER;
import static dev.almanac.command.changerequest.interpret.Vocabulary.UNIT;
import static dev.almanac.command.changerequest.interpret.Vocabulary.number;

import dev.almanac.command.changerequest.interpret.Piece.Beyond;
import dev.almanac.command.changerequest.interpret.Piece.By;
import dev.almanac.command.changerequest.interpret.Piece.Direction;
import dev.almanac.command.changerequest.interpret.Piece.From;
import dev.almanac.command.changerequest.interpret.Piece.Now;
import dev.almanac.command.changerequest.interpret.Piece.Until;
import dev.almanac.command.changerequest.interpret.Piece.Within;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;

/** How long, by how much, and the small words that tell what a time is for. */
final class LengthPhrases {
    private static final String LENGTH =
            "(" + NUMBER + "|half an|half a|eine halbe|einer halben)(?: (and a half))? ?(" + UNIT + ")";
    private static final String LATER = "(later|spater|nach hinten|earlier|fruher|nach vorne?|sooner)";

    static final List<Phrase> ALL = List.of(
            Phrase.of("(?:for|fur|in)(?: the next| die nachsten)? " + LENGTH, found -> length(found, Within::new)),
            Phrase.of("by " + LENGTH, found -> length(found, length -> new By(length, false))),
            Phrase.of("(?:by |um )?" + LENGTH + " " + LATER, LengthPhrases::directed),
            Phrase.of("um (eine[nr]?|" + NUMBER + ") (stunden?|minuten?|tage?n?|wochen?)", LengthPhrases::german),
            Phrase.of("later|spater|nach hinten", new Direction(true)),
            Phrase.of("earlier|fruher|sooner|nach vorne?", new Direction(false)),
            Phrase.of("now|right now|right away|immediately|asap|at once|jetzt|sofort|gleich", new Now()),
            Phrase.of("from now on|ab jetzt|ab sofort|von jetzt an", new Piece.Name()),
            Phrase.of("until further notice|indefinitely|bis auf weiteres", new Until()),
            Phrase.of("until|till|til|bis(?: zum)?|through", new Until()),
            Phrase.of("from|von|vom|instead of|rather than|statt|anstatt|anstelle", new From()));

    private LengthPhrases() {}

    private static Piece directed(MatchResult found) {
        boolean later = List.of("later", "spater", "nach hinten").contains(found.group(4));
        return length(found, length -> new By(later ? length : length.negated(), true));
    }

    private static Piece german(MatchResult found) {
        return length(number(found.group(1)), found.group(2), length -> new By(length, false));
    }

    private static Piece length(MatchResult found, Function<Duration, Piece> piece) {
        String number = found.group(1);
        if (number.contains("hal")) {
            return found.group(3).startsWith("h") || found.group(3).startsWith("stunde")
                    ? piece.apply(Duration.ofMinutes(30))
                    : new Beyond("Half of that is not read");
        }
        if (found.group(2) != null) {
            return new Beyond("Halves are read of hours only");
        }
        return length(number(number), found.group(3), piece);
    }

    private static Piece length(int number, String unit, Function<Duration, Piece> piece) {
        Duration length = Duration.ofSeconds(seconds(unit)).multipliedBy(number);
        return !length.isZero() && length.compareTo(Intention.LONGEST) <= 0
                ? piece.apply(length)
                : new Beyond("It is from a second to a year that counts");
    }

    private static long seconds(String unit) {
        return switch (unit.charAt(0)) {
            case 'm' -> 60;
            case 'h' -> 3600;
            case 'd', 't' -> 86_400;
            case 'w' -> 604_800;
            default -> unit.startsWith("st") ? 3600 : 1;
        };
    }
}
