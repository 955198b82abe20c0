package dev.almanac.command.changerequest.interpret;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The words of English and German for numbers, days and months, folded, and the parts of patterns that find them. */
final class Vocabulary {
    static final String NUMBER =
            "(?:\\d{1,9}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
                    + "|ein(?:e[nrms]?)?|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|funfzehn|zwanzig|dreissig)";
    static final String HOUR =
            "(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eins?|zwei|drei|vier|funf"
                    + "|sechs|sieben|acht|neun|zehn|elf|zwolf)";
    static final String ORDINAL =
            "(?:first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|last|erste[nrs]?|zweite[nrs]?|dritte[nrs]?"
                    + "|vierte[nrs]?|funfte[nrs]?|letzte[nrs]?|[1-5]\\.)";
    static final String WEEKDAY =
            "(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|mon|tues?|wed|thurs?|thu"
                    + "|fri|sat|sun|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonnabends?|sonntags?)";
    static final String MONTH =
            "(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb"
                    + "|mar|apr|jun|jul|aug|sept?|oct|nov|dec|januar|janner|februar|marz|mai|juni|juli|oktober|dezember|okt|dez)";
    static final String UNIT =
            "(?:seconds?|secs?|sekunden?|minutes?|mins?|minuten?|hours?|hrs?|stunden?|days?|tage?n?|weeks?|wochen?)";

    private static final List<List<String>> NUMBERS = List.of(
            List.of(),
            List.of(
                    "a", "an", "one", "ein", "eine", "einen", "einer", "einem", "eines", "eins", "first", "1st",
                    "erste", "1"),
            List.of("two", "zwei", "second", "2nd", "zweite"),
            List.of("three", "drei", "third", "3rd", "dritte"),
            List.of("four", "vier", "fourth", "4th", "vierte"),
            List.of("five", "funf", "fifth", "5th", "funfte"),
            List.of("six", "sechs"),
            List.of("seven", "sieben"),
            List.of("eight", "acht"),
            List.of("nine", "neun"),
            List.of("ten", "zehn"),
            List.of("eleven", "elf"),
            List.of("twelve", "zwolf"));
    private static final Map<String, Integer> VALUES = values();
    private static final Map<String, DayOfWeek> GERMAN_DAYS = Map.of(
            "mon", DayOfWeek.MONDAY,
            "die", DayOfWeek.TUESDAY,
            "mit", DayOfWeek.WEDNESDAY,
            "don", DayOfWeek.THURSDAY,
            "fre", DayOfWeek.FRIDAY,
            "sam", DayOfWeek.SATURDAY,
            "son", DayOfWeek.SUNDAY);
    private static final Map<String, Month> GERMAN_MONTHS =
            Map.of("mai", Month.MAY, "okt", Month.OCTOBER, "dez", Month.DECEMBER);

    /** Words that carry nothing. */
    static final Set<String> FILLERS = Set.of(
            "lass",
            "lasse",
            "lassen",
            "laufen",
            "please",
            "pls",
            "kindly",
            "could",
            "can",
            "you",
            "would",
            "we",
            "i",
            "want",
            "like",
            "need",
            "lets",
            "let",
            "us",
            "me",
            "the",
            "a",
            "an",
            "this",
            "that",
            "it",
            "its",
            "to",
            "at",
            "on",
            "in",
            "of",
            "for",
            "be",
            "by",
            "and",
            "so",
            "is",
            "should",
            "will",
            "job",
            "rule",
            "task",
            "run",
            "runs",
            "event",
            "meeting",
            "appointment",
            "schedule",
            "time",
            "instead",
            "then",
            "only",
            "just",
            "again",
            "oclock",
            "o'clock",
            "every",
            "each",
            "until",
            "start",
            "starting",
            "happen",
            "happens",
            "takes",
            "take",
            "place",
            "hey",
            "hi",
            "hello",
            "thanks",
            "thank",
            "my",
            "our",
            "occurrence",
            "series",
            "s",
            "now",
            "from",
            "go",
            "going",
            "have",
            "has",
            "with",
            "as",
            "bitte",
            "der",
            "die",
            "das",
            "den",
            "dem",
            "des",
            "ein",
            "eine",
            "einen",
            "und",
            "um",
            "auf",
            "am",
            "im",
            "fur",
            "von",
            "vom",
            "zu",
            "zum",
            "zur",
            "es",
            "wir",
            "ich",
            "mochte",
            "mochten",
            "soll",
            "sollen",
            "kannst",
            "du",
            "konntest",
            "uhr",
            "lauf",
            "laufe",
            "termin",
            "termine",
            "regel",
            "auftrag",
            "stattdessen",
            "nur",
            "mal",
            "jetzt",
            "danke",
            "hallo",
            "werden",
            "wird",
            "ab",
            "aus",
            "fort",
            "mir",
            "uns",
            "mein",
            "meinen",
            "meine",
            "unser",
            "unsere",
            "unseren",
            "dann",
            "wieder",
            "immer",
            "always");

    private Vocabulary() {}

    private static Map<String, Integer> values() {
        Map<String, Integer> values = new TreeMap<>(Map.of(
                "fifteen", 15, "twenty", 20, "thirty", 30, "funfzehn", 15, "zwanzig", 20, "dreissig", 30, "last", -1));
        for (int value = 0; value < NUMBERS.size(); value++) {
            for (String word : NUMBERS.get(value)) {
                values.put(word, value);
            }
        }
        return values;
    }

    /** Of digits, a numeral or an ordinal; the last is -1. */
    static int number(String word) {
        if (Character.isDigit(word.charAt(0)) && !VALUES.containsKey(word)) {
            return Integer.parseInt(word.endsWith(".") ? word.substring(0, word.length() - 1) : word);
        }
        Integer value = VALUES.get(word);
        if (value != null) {
            return value;
        }
        return word.startsWith("letzte") ? -1 : VALUES.getOrDefault(word.substring(0, word.length() - 1), 1);
    }

    static DayOfWeek day(String word) {
        String begin = word.substring(0, 3);
        if (begin.equals("son") || word.startsWith("sonnabend")) {
            return word.startsWith("sonnabend") ? DayOfWeek.SATURDAY : DayOfWeek.SUNDAY;
        }
        return GERMAN_DAYS.getOrDefault(begin, english(begin));
    }

    private static DayOfWeek english(String begin) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).startsWith(begin)) {
                return day;
            }
        }
        return DayOfWeek.MONDAY;
    }

    static Month month(String word) {
        String begin = word.substring(0, 3);
        for (Month month : Month.values()) {
            if (month.name().toLowerCase(Locale.ROOT).startsWith(begin)) {
                return month;
            }
        }
        return GERMAN_MONTHS.getOrDefault(begin, Month.MARCH);
    }

    /** Nothing of a word before it or behind it. */
    static Pattern words(String pattern) {
        return Pattern.compile("(?:" + pattern + ")(?![\\p{L}\\p{N}])");
    }
}
