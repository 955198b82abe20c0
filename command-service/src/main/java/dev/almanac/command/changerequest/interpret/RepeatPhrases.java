package dev.almanac.command.changerequest.interpret;

import static dev.almanac.command.changerequest.interpret.Vocabulary.NUMBER;
import static dev.almanac.command.changerequest.interpret.Vocabulary.ORDINAL;
import static dev.almanac.command.changerequest.interpret.Vocabulary.WEEKDAY;
import static dev.almanac.command.changerequest.interpret.Vocabulary.day;
import static dev.almanac.command.changerequest.interpret.Vocabulary.number;

import dev.almanac.command.changerequest.interpret.Piece.Beyond;
import dev.almanac.command.changerequest.interpret.Piece.DayRange;
import dev.almanac.command.changerequest.interpret.Piece.Repeating;
import dev.almanac.command.changerequest.interpret.Repeats.EveryDays;
import dev.almanac.command.changerequest.interpret.Repeats.EveryPeriod;
import dev.almanac.command.changerequest.interpret.Repeats.Monthly;
import dev.almanac.command.changerequest.interpret.Repeats.MonthlyNth;
import dev.almanac.command.changerequest.interpret.Repeats.Weekly;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How often, and on which days of the week or month. */
final class RepeatPhrases {
    private static final String EACH = "(?:every|each|alle|jede[nrsm]?)";
    private static final String OTHER =
            "(?:" + EACH + " (?:other|second|2nd|zweite[nrs]?|zwei)|alle zwei|biweekly on|fortnightly on)";
    private static final String STEP = "(" + NUMBER + "|" + ORDINAL + "|other)";
    private static final String AND = "(?:,? (?:and|und|&) |, ?|/)";
    private static final String PLURAL =
            "(?:mon|tues|wednes|thurs|fri|satur|sun)days|(?:mon|diens|donners|frei|sams|sonn)tags|mittwochs|sonnabends";
    private static final Pattern EACH_DAY = Pattern.compile(WEEKDAY);

    static final List<Phrase> ALL = List.of(
            weekly(
                    "(?:on )?(?:weekdays?|working days?|workdays?|business days?|werktags?|werktagen|wochentags|an (?:werk|wochen|arbeits)tagen|unter der woche)",
                    Repeats.WEEKDAYS),
            weekly(
                    EACH + " (?:weekday|working day|workday|business day|werktag|wochentag|arbeitstag)",
                    Repeats.WEEKDAYS),
            weekly(
                    "(?:on |at )?(?:weekends|the weekends?|wochenends|am wochenende|an wochenenden)|" + EACH
                            + " (?:weekend|wochenende)",
                    Repeats.WEEKEND),
            weekly(
                    "daily|" + EACH
                            + " (?:single )?(?:day|tag|night|nacht|morning|evening|abend)|taglich|taeglich|nightly",
                    Repeats.EVERY_DAY),
            weekly("weekly|" + EACH + " (?:week|woche)|wochentlich|once a week|einmal pro woche", Set.of()),
            every("hourly|" + EACH + " (?:hour|stunde)|stundlich", Duration.ofHours(1)),
            every(
                    EACH + " half(?: an)? hour|half-hourly|halbstundlich|" + EACH + " halbe stunde",
                    Duration.ofMinutes(30)),
            every(EACH + " (?:minute)|minutlich", Duration.ofMinutes(1)),
            Phrase.of(EACH + " " + STEP + " (?:hours?|hrs?|stunden?)", found -> period(found, 60)),
            Phrase.of(EACH + " " + STEP + " (?:minutes?|mins?|minuten?)", found -> period(found, 1)),
            Phrase.of(
                    EACH + "(?: \\d{1,30})? (?:seconds?|secs?|sekunden?|milliseconds?)",
                    new Beyond("Runs are at least a minute apart")),
            Phrase.of(EACH + " \\d{10,}(?: \\p{L}+)?", new Beyond("The number is too large")),
            Phrase.of(EACH + " " + STEP + " (?:days?|tage?)", found -> stepped(found, RepeatPhrases::days)),
            Phrase.of(
                    EACH + " " + STEP + " (?:weeks?|wochen?)",
                    found -> stepped(found, weeks -> new Weekly(weeks, Set.of()))),
            Phrase.of(
                    "biweekly|fortnightly|bi-weekly|zweiwochentlich|14-taglich",
                    new Repeating(new Weekly(2, Set.of()))),
            Phrase.of(
                    EACH + " " + STEP + " (?:weeks?|wochen?) (?:on |am )(" + days() + ")",
                    found -> stepped(found, weeks -> new Weekly(weeks, daysIn(found.group(2))))),
            Phrase.of(OTHER + " (" + days() + ")", found -> new Repeating(new Weekly(2, daysIn(found.group(1))))),
            Phrase.of(
                    EACH + " (third|3rd|fourth|4th|dritte[nrs]?|vierte[nrs]?) (" + WEEKDAY + ")",
                    found -> stepped(found, weeks -> new Weekly(weeks, daysIn(found.group(2))))),
            Phrase.of(
                    "(?:on )?" + EACH + " (" + days() + ")",
                    found -> new Repeating(new Weekly(1, daysIn(found.group(1))))),
            Phrase.of(
                    "(?:on |an |to |auf )?(" + PLURAL + ")",
                    found -> new Repeating(new Weekly(1, daysIn(found.group(1))))),
            Phrase.of(
                    "(?:on |am |to |auf )?(" + WEEKDAY + "(?:" + AND + WEEKDAY + "){1,6})",
                    found -> new Repeating(new Weekly(1, daysIn(found.group(1))))),
            Phrase.of(
                    "(" + WEEKDAY + ") ?(?:to|through|thru|till|until|bis|-) ?(" + WEEKDAY + ")",
                    found -> new DayRange(day(found.group(1)), day(found.group(2)))),
            Phrase.of("mo ?(?:-|bis) ?fr", new DayRange(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
            Phrase.of(
                    "monthly|" + EACH + " (?:month|monat)|monatlich|once a month|einmal im monat",
                    new Repeating(new Monthly(1, 0))),
            Phrase.of("quarterly|vierteljahrlich|" + EACH + " quarter", new Repeating(new Monthly(3, 0))),
            Phrase.of(
                    EACH + " " + STEP + " (?:months?|monate?)",
                    found -> stepped(found, months -> new Monthly(months, 0))),
            Phrase.of(
                    "(?:on |am |the |jede[nrs]? |every )*(" + ORDINAL + ") (" + WEEKDAY + ")" + ofTheMonth(),
                    found -> nth(number(found.group(1)), day(found.group(2)))),
            Phrase.of(
                    "(?:on |am |the |jeden |every )*(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: day)?" + ofTheMonth(),
                    found -> monthly(number(found.group(1)))),
            Phrase.of(
                    "monthly on the (\\d{1,2})(?:st|nd|rd|th)?|monatlich am (\\d{1,2})\\.?",
                    found -> monthly(number(either(found)))),
            Phrase.of(
                    "(?:on |am |the |every |jeden )*(?:first|1st|erste[nrs]?)(?: day| tag)?" + ofTheMonth(),
                    new Repeating(new Monthly(1, 1))),
            Phrase.of(
                    "(?:on |am |the |every |jeden )*(?:last|letzte[nrs]?)(?: day| tag)" + ofTheMonth(),
                    new Repeating(new Monthly(1, -1))),
            Phrase.of(
                    "yearly|annually|jahrlich|" + EACH + " (?:year|jahr)",
                    new Beyond("Once a year is not said by a sentence")));

    private RepeatPhrases() {}

    private static String ofTheMonth() {
        return " (?:of (?:the|every|each|a) month|(?:im|des|jedes|jeden|eines) monats?|in (?:the|every|each) month)";
    }

    private static String days() {
        return WEEKDAY + "(?:" + AND + WEEKDAY + "){0,6}";
    }

    private static Phrase weekly(String words, Set<DayOfWeek> days) {
        return Phrase.of(words, new Repeating(new Weekly(1, days)));
    }

    private static Phrase every(String words, Duration period) {
        return Phrase.of(words, new Repeating(new EveryPeriod(period)));
    }

    private static Set<DayOfWeek> daysIn(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        EACH_DAY.matcher(text).results().forEach(found -> days.add(day(found.group())));
        return days;
    }

    private static String either(MatchResult found) {
        String first = found.group(1);
        return first == null ? found.group(2) : first;
    }

    private static Piece period(MatchResult found, int minutes) {
        int count = step(found);
        return count >= 1 && count <= 24 * 60 / minutes
                ? new Repeating(new EveryPeriod(Duration.ofMinutes((long) count * minutes)))
                : new Beyond("Hours and minutes are counted up to a day");
    }

    private static Piece stepped(MatchResult found, IntFunction<Repeats> repeats) {
        try {
            return new Repeating(repeats.apply(step(found)));
        } catch (IllegalArgumentException e) {
            return new Beyond("The number is too large");
        }
    }

    private static int step(MatchResult found) {
        return found.group(1).equals("other") ? 2 : number(found.group(1));
    }

    private static Repeats days(int interval) {
        return interval == 1 ? new Weekly(1, Repeats.EVERY_DAY) : new EveryDays(interval);
    }

    private static Piece monthly(int day) {
        return day >= 1 && day <= 31 ? new Repeating(new Monthly(1, day)) : new Beyond("There is no such day");
    }

    private static Piece nth(int nth, DayOfWeek day) {
        return nth == -1 || (nth >= 1 && nth <= 5)
                ? new Repeating(new MonthlyNth(nth, day))
                : new Beyond("There is no such day");
    }
}
