package dev.almanac.terminal.plain;

import dev.almanac.terminal.calendar.Conflict;
import dev.almanac.terminal.calendar.Item;
import dev.almanac.terminal.calendar.LocalDay;
import dev.almanac.terminal.calendar.Spoken;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a screen would show, in sentences without marks. */
final class Sentences {
    static final List<String> HELP = List.of(
            "day DATE, next, previous, today: a day. week: seven days from this one on.",
            "show NUMBER: an item. search WORDS: items with these words.",
            "move NUMBER to DATE TIME, or move NUMBER to TIME. remove NUMBER REASON. undo.",
            "pause NUMBER, run NUMBER, approve NUMBER: of a run's rule, and of a missed run.",
            "conflicts. conflict NUMBER: why it is one. apply NUMBER: that way out.",
            "help. quit.");

    private Sentences() {}

    /** Numbered, so that commands can name them. */
    static List<String> day(LocalDate date, List<Item> items, int first, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        long hours = new LocalDay(date, zone).lengthHours();
        String leap = hours == 24 ? "" : " The clocks change: it has " + hours + " hours.";
        lines.add(Spoken.day(date) + ", " + zone.getId() + ": "
                + (items.isEmpty() ? "nothing" : Spoken.count(items.size(), "item")) + "." + leap);
        for (int index = 0; index < items.size(); index++) {
            lines.add(first + index + ": " + item(items.get(index), zone));
        }
        return lines;
    }

    static String item(Item item, ZoneId zone) {
        String when = item.allDay()
                ? "All day"
                : item.slot().length().isZero()
                        ? Spoken.clock(item.startIn(zone))
                        : Spoken.clock(item.startIn(zone)) + " to " + Spoken.clock(item.endIn(zone));
        return when + ", " + item.title() + ", " + item.kind().word()
                + (item.place().isEmpty() ? "" : ", on " + item.place())
                + ", " + item.statusWord()
                + (item.recurring() ? ", repeats" : "")
                + (item.isInConflict()
                        ? ", in conflict, " + item.conflict().name().toLowerCase(Locale.ROOT)
                        : "")
                + ".";
    }

    static List<String> conflicts(List<Conflict> conflicts, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        lines.add(conflicts.isEmpty() ? "No conflict is open." : Spoken.count(conflicts.size(), "open conflict") + ".");
        for (int index = 0; index < conflicts.size(); index++) {
            Conflict conflict = conflicts.get(index);
            lines.add(index + 1 + ": " + conflict.oneTitle() + " and " + conflict.otherTitle() + ", "
                    + Spoken.span(conflict.overlap(), zone) + ", "
                    + conflict.level().name().toLowerCase(Locale.ROOT) + ".");
        }
        return lines;
    }

    static List<String> explained(Conflict conflict) {
        List<String> lines = new ArrayList<>();
        lines.add(conflict.explanation());
        for (int index = 0; index < conflict.suggestions().size(); index++) {
            lines.add("Way out " + (index + 1) + ": "
                    + conflict.suggestions().get(index).sentence() + ".");
        }
        return lines;
    }
}
