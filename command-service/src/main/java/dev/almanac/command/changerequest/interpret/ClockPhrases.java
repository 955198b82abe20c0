package dev.almanac.command.changerequest.interpret;

import static dev.almanac.command.changerequest.interpret.Vocabulary.HOUR;
import static dev.almanac.command.changerequest.interpret.Vocabulary.NUMBER;
import static dev.almanac.command.changerequest.interpret.Vocabulary.number;

import dev.almanac.command.changerequest.interpret.Piece.Beyond;
import dev.almanac.command.changerequest.interpret.Piece.Clock;
import dev.almanac.command.changerequest.interpret.Piece.Half;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.MatchResult;

/** Times of day. */
final class ClockPhrases {
    private static final String AT = "(?:at |um |to |auf |gegen |@ ?)?";

    static final List<Phrase> ALL = List.of(
            Phrase.of(AT + "(?:12 ?)?(?:noon|midday|mittags?)|am mittag", new Clock(LocalTime.NOON, false)),
            Phrase.of(AT + "(?:12 ?)?(?:midnight|mitternacht)", new Clock(LocalTime.MIDNIGHT, false)),
            Phrase.of(AT + "12 uhr mittags", new Clock(LocalTime.NOON, false)),
            Phrase.of(AT + "(\\d{1,2})[:.](\\d{2})(?::00)?(?: ?(?:uhr|h))?", found -> time(found, 1, 2)),
            Phrase.of(AT + "(\\d{1,2})(?:[:.](\\d{2}))? ?([ap])\\.?m\\b\\.?", ClockPhrases::halved),
            Phrase.of(AT + "(" + HOUR + ") uhr(?: (\\d{2}))?", found -> time(found, 1, 2)),
            Phrase.of(AT + "(\\d{1,2})h(\\d{2})?", found -> time(found, 1, 2)),
            Phrase.of(AT + "(" + HOUR + ") ?(?:o'clock|oclock|o clock)", found -> spoken(found.group(1), 0)),
            Phrase.of("(?:at|um|to|auf|gegen|@) ?(" + HOUR + ")", found -> spoken(found.group(1), 0)),
            Phrase.of(AT + "half past (" + HOUR + ")", found -> spoken(found.group(1), 30)),
            Phrase.of(
                    AT + "(?:a )?quarter past (" + HOUR + ")|" + AT + "viertel nach (" + HOUR + ")",
                    found -> spoken(either(found), 15)),
            Phrase.of(
                    AT + "(?:a )?quarter to (" + HOUR + ")|" + AT + "viertel vor (" + HOUR + ")",
                    found -> spoken(either(found), -15)),
            Phrase.of(AT + "halb (" + HOUR + ")", found -> spoken(found.group(1), -30)),
            Phrase.of(AT + "dreiviertel (" + HOUR + ")", found -> spoken(found.group(1), -15)),
            Phrase.of(
                    AT + "(" + NUMBER + ") (?:minutes? )?past (" + HOUR + ")",
                    found -> spoken(found.group(2), minutes(found.group(1)))),
            Phrase.of(
                    AT + "(" + NUMBER + ") minutes? to (" + HOUR + ")",
                    found -> spoken(found.group(2), -minutes(found.group(1)))),
            Phrase.of(
                    "in the morning|am morgen|morgens|fruh|vormittags?|am vormittag|in der fruh|mornings",
                    new Half(DayPart.MORNING)),
            Phrase.of("in the afternoon|nachmittags?|am nachmittag|afternoons", new Half(DayPart.AFTERNOON)),
            Phrase.of("in the evening|abends?|am abend|evenings", new Half(DayPart.EVENING)),
            Phrase.of("at night|nachts|in der nacht|nights", new Half(DayPart.NIGHT)));

    private ClockPhrases() {}

    private static String either(MatchResult found) {
        String first = found.group(1);
        return first == null ? found.group(2) : first;
    }

    private static int minutes(String word) {
        return Math.min(number(word), 60);
    }

    private static Piece time(MatchResult found, int hour, int minute) {
        String minutes = found.group(minute);
        return of(number(found.group(hour)), minutes == null ? 0 : number(minutes), false);
    }

    private static Piece halved(MatchResult found) {
        int hour = number(found.group(1));
        String minutes = found.group(2);
        boolean afternoon = found.group(3).equals("p");
        int onTheDay = hour == 12 ? (afternoon ? 12 : 0) : hour < 12 && afternoon ? hour + 12 : hour;
        return hour > 12 && !afternoon ? noTime() : of(onTheDay, minutes == null ? 0 : number(minutes), false);
    }

    /** As clocks with hands show it. */
    private static Piece spoken(String hour, int minutes) {
        int said = number(hour);
        return of(said, 0, said >= 1 && said <= 12) instanceof Clock(var time, var halves)
                ? new Clock(time.plusMinutes(minutes), halves)
                : noTime();
    }

    private static Piece of(int hour, int minute, boolean halves) {
        boolean end = hour == 24 && minute == 0;
        return end || (hour < 24 && minute < 60) ? new Clock(LocalTime.of(end ? 0 : hour, minute), halves) : noTime();
    }

    private static Piece noTime() {
        return new Beyond("There is no such time of day");
    }
}
