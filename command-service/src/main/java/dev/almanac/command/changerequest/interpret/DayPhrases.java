package dev.almanac.command.changerequest.interpret;

import static dev.almanac.command.changerequest.interpret.Vocabulary.MONTH;
import static dev.almanac.command.changerequest.interpret.Vocabulary.NUMBER;
import static dev.almanac.command.changerequest.interpret.Vocabulary.WEEKDAY;
import static dev.almanac.command.changerequest.interpret.Vocabulary.day;
import static dev.almanac.command.changerequest.interpret.Vocabulary.month;
import static dev.almanac.command.changerequest.interpret.Vocabulary.number;

import dev.almanac.command.changerequest.interpret.Piece.Beyond;
import dev.almanac.command.changerequest.interpret.Piece.Day;
import dev.almanac.command.changerequest.interpret.Piece.Of;
import dev.almanac.command.changerequest.interpret.Which.Next;
import dev.almanac.command.changerequest.interpret.Which.On;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Days. Those without a year are the next of their kind. */
final class DayPhrases {
    /** Nobody plans further; what lies beyond is a slip of the finger. */
    private static final int YEARS_MAX = 5;

    private static final String ON = "(?:on |to |am |auf |den |der |dem |zum )*";
    private static final String RUN = "(?:runs?|occurrences?|instances?|laufe?|lauf|termine?|ausfuhrung(?:en)?)";
    private static final String NEXT = "(?:next|upcoming|coming|following|nachste[nrs]?|kommende[nrs]?|naechste[nrs]?)";
    private static final String THIS = "(?:this|diese[nrsm]?)";
    private static final String DAY = "(today|tonight|tomorrow|day after tomorrow|heute|morgen|ubermorgen|" + NEXT + " "
            + WEEKDAY + "|" + THIS + " " + WEEKDAY + "|" + WEEKDAY + ")";

    static final List<Phrase> ALL = List.of(
            Phrase.dated(ON + "(?:today|heute|this very day)", (_, now) -> on(now.toLocalDate())),
            Phrase.dated(ON + "(?:tonight|heute nacht|heute abend)", (_, now) -> on(now.toLocalDate())),
            Phrase.dated(
                    ON + "(?:tomorrow|morgen)", (_, now) -> on(now.toLocalDate().plusDays(1))),
            Phrase.dated(
                    ON + "(?:the )?(?:day after tomorrow|ubermorgen)",
                    (_, now) -> on(now.toLocalDate().plusDays(2))),
            Phrase.dated(
                    ON + "(?:(" + NEXT + "|" + THIS + ") )?(" + WEEKDAY + ")",
                    (found, now) -> new Day(next(now, day(found.group(2))), found.group(1) == null, false)),
            Phrase.dated(
                    ON + "(?:" + NEXT + " week|nachste[nr]? woche|kommende[nr]? woche)",
                    (_, now) -> on(next(now, DayOfWeek.MONDAY))),
            Phrase.dated(
                    ON + "(?:" + NEXT + " month|nachste[nm] monat)",
                    (_, now) -> on(now.toLocalDate().with(TemporalAdjusters.firstDayOfNextMonth()))),
            Phrase.dated(
                    ON + "(?:the )?(?:end of (?:the )?month|month end|monatsende|ende des monats)",
                    (_, now) -> on(now.toLocalDate().with(TemporalAdjusters.firstDayOfNextMonth()))),
            Phrase.dated(
                    ON + "(?:the )?(?:end of (?:the )?week|ende der woche)",
                    (_, now) -> on(next(now, DayOfWeek.SATURDAY))),
            Phrase.dated(
                    ON + "(\\d{4,})-(\\d{1,2})-(\\d{1,2})",
                    (found, now) -> date(now, found.group(1), found.group(2), found.group(3), false)),
            Phrase.dated(
                    ON + "(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4,}|\\d{2})?",
                    (found, now) -> date(now, found.group(3), found.group(2), found.group(1), false)),
            Phrase.by(ON + "(\\d{1,2})/(\\d{1,2})(?:/(\\d{4,}|\\d{2}))?", DayPhrases::slashed),
            Phrase.dated(
                    ON + "(?:the )?(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)? (" + MONTH + ")\\.?,?(?: (\\d{4,}))?",
                    (found, now) -> named(now, found.group(3), found.group(2), found.group(1))),
            Phrase.dated(
                    ON + "(" + MONTH + ")\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?,?(?: (\\d{4,}))?",
                    (found, now) -> named(now, found.group(3), found.group(1), found.group(2))),
            Phrase.dated(
                    ON + "the (\\d{1,2})(?:st|nd|rd|th)",
                    (found, now) -> ofMonth(now.toLocalDate(), number(found.group(1)))),
            Phrase.of("year \\d{5,}|jahr \\d{5,}", new Beyond("There is no such year")),
            Phrase.dated(DAY + "'s(?: " + RUN + ")?", (found, now) -> of(spoken(found.group(1), now))),
            Phrase.dated("(today|tomorrow)s " + RUN, (found, now) -> of(spoken(found.group(1), now))),
            Phrase.dated(
                    "(?:the )?" + RUN + " (?:on|of|am|vom|von|for|fur)(?: the| den)? " + DAY,
                    (found, now) -> of(spoken(found.group(1), now))),
            Phrase.dated(DAY + " (?:" + RUN + ")", (found, now) -> of(spoken(found.group(1), now))),
            Phrase.dated(
                    "(?:den |der |die |am )?(?:morgigen?|morgiger)(?: " + RUN + ")?",
                    (_, now) -> of(now.toLocalDate().plusDays(1))),
            Phrase.dated(
                    "(?:den |der |die )?(?:heutigen?|heutiger)(?: " + RUN + ")?", (_, now) -> of(now.toLocalDate())),
            Phrase.of(
                    "(?:the |den |die |der )?(?:" + NEXT + ")(?: (" + NUMBER + "))?(?: (?:" + RUN
                            + "|times|ones?|mal))",
                    DayPhrases::nextRuns),
            Phrase.of("(?:the |den |die |der )?(?:" + NEXT + ") (" + NUMBER + ")", DayPhrases::nextRuns),
            Phrase.of(
                    "(?:the |den |die |der |das )?(?:" + NEXT + ")(?: (" + NUMBER + "))?(?= +" + Scanner.NAME + ")",
                    DayPhrases::nextRuns),
            Phrase.of("this (?:one|time|run|occurrence|instance)|dieses mal|diesmal", new Of(new Next(1))),
            Phrase.of("once|einmal", new Of(new Next(1))),
            Phrase.of("twice|zweimal", new Of(new Next(2))));

    private DayPhrases() {}

    private static Day on(LocalDate date) {
        return new Day(date, false, false);
    }

    private static Of of(LocalDate date) {
        return new Of(new On(date));
    }

    private static Piece nextRuns(MatchResult found) {
        String said = found.group(1);
        int count = said == null ? 1 : number(said);
        return count >= 1 && count <= Next.MAX
                ? new Of(new Next(count))
                : new Beyond("At most " + Next.MAX + " at a time");
    }

    static LocalDate next(LocalDateTime now, DayOfWeek day) {
        return now.toLocalDate().with(TemporalAdjusters.next(day));
    }

    private static LocalDate spoken(String words, LocalDateTime now) {
        LocalDate today = now.toLocalDate();
        return switch (words) {
            case "today", "tonight", "heute" -> today;
            case "tomorrow", "morgen" -> today.plusDays(1);
            case "day after tomorrow", "ubermorgen" -> today.plusDays(2);
            default -> next(now, day(words.substring(words.lastIndexOf(' ') + 1)));
        };
    }

    private static Piece ofMonth(LocalDate today, int day) {
        return Stream.iterate(today.withDayOfMonth(1), month -> month.plusMonths(1))
                .limit(12)
                .filter(month -> day >= 1 && day <= month.lengthOfMonth())
                .map(month -> month.withDayOfMonth(day))
                .filter(date -> date.isAfter(today))
                .findFirst()
                .<Piece>map(DayPhrases::on)
                .orElseGet(DayPhrases::noDay);
    }

    private static Piece named(LocalDateTime now, @Nullable String year, String month, String day) {
        return date(now, year, Integer.toString(month(month).getValue()), day, false);
    }

    /** Whether the month or the day comes first depends on who writes it: in America, the month. */
    private static Piece slashed(MatchResult found, Sentence sentence) {
        int first = number(found.group(1));
        int second = number(found.group(2));
        boolean either = first <= 12 && second <= 12 && first != second;
        boolean monthFirst = second > 12 || (first <= 12 && isAmerican(sentence.zone()));
        return date(
                sentence.now(),
                found.group(3),
                found.group(monthFirst ? 1 : 2),
                found.group(monthFirst ? 2 : 1),
                either);
    }

    private static boolean isAmerican(ZoneId zone) {
        return zone.getId().startsWith("America/") || zone.getId().startsWith("US/");
    }

    private static Piece date(LocalDateTime now, @Nullable String year, String month, String day, boolean doubtful) {
        LocalDate today = now.toLocalDate();
        try {
            LocalDate date = year == null
                    ? comingUp(today, MonthDay.of(Integer.parseInt(month), Integer.parseInt(day)))
                    : LocalDate.of(fullYear(year), Integer.parseInt(month), Integer.parseInt(day));
            return Math.abs(ChronoUnit.YEARS.between(today, date)) <= YEARS_MAX
                    ? new Day(date, false, doubtful)
                    : new Beyond("The day is too far away");
        } catch (DateTimeException | NumberFormatException e) {
            return noDay();
        }
    }

    private static int fullYear(String year) {
        return year.length() == 2 ? 2000 + Integer.parseInt(year) : Integer.parseInt(year);
    }

    private static LocalDate comingUp(LocalDate today, MonthDay day) {
        return Stream.iterate(today.getYear(), year -> year + 1)
                .limit(9)
                .filter(day::isValidYear)
                .map(day::atYear)
                .filter(date -> !date.isBefore(today))
                .findFirst()
                .orElseThrow(() -> new DateTimeException("never"));
    }

    private static Piece noDay() {
        return new Beyond("There is no such day");
    }
}
