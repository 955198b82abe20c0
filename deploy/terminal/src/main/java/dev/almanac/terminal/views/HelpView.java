package dev.almanac.terminal.views;

import dev.almanac.terminal.screen.Area;
import dev.almanac.terminal.screen.Tone;
import java.util.List;

/** All keys. */
public final class HelpView {
    private static final int KEY_COLUMNS = 11;
    private static final int COLUMN_COLUMNS = 37;

    /** A key, and what it does. */
    public record Entry(String key, String does) {}

    public static final List<Entry> LOOKING = List.of(
            new Entry("arrows", "day, week or item"),
            new Entry("PgUp PgDn", "month or page"),
            new Entry("Tab", "next item of the day"),
            new Entry("Enter", "open the day or the item"),
            new Entry("Esc", "back"),
            new Entry("m w d l", "month, week, day, list"),
            new Entry("t", "today"),
            new Entry("g", "go to a date"),
            new Entry("/", "search"),
            new Entry("f", "filter calendars, queues"),
            new Entry("c", "conflicts, and ways out"),
            new Entry("?", "this help"),
            new Entry("Ctrl-L", "draw anew"),
            new Entry("q", "leave"));
    public static final List<Entry> DOING = List.of(
            new Entry("n", "new event"),
            new Entry("r", "reschedule, what-if first"),
            new Entry("x", "remove, with a reason"),
            new Entry("u", "undo what you did last"),
            new Entry("p", "pause or resume a rule"),
            new Entry("R", "run a rule now"),
            new Entry("a", "missed runs: approve"),
            new Entry("mouse", "click, wheel, drag to move"));
    private static final List<Entry> MARKS = List.of(
            new Entry("!", "in conflict"),
            new Entry("?", "missed, waits for a word"),
            new Entry("~", "tentative"),
            new Entry("*", "repeats; a day: today"));

    private HelpView() {}

    static void draw(Sheet sheet, Area area) {
        Area inside = sheet.box(area.centred(LOOKING.size() + 4, 2 * COLUMN_COLUMNS + 4), "Keys");
        column(sheet, LOOKING, inside.row(), inside.column());
        int right = inside.column() + COLUMN_COLUMNS;
        column(sheet, DOING, inside.row(), right);
        column(sheet, MARKS, inside.row() + DOING.size() + 1, right);
        sheet.canvas().put(inside.row() + inside.rows() - 1, inside.column(), "Any key closes this.", Tone.QUIET);
    }

    private static void column(Sheet sheet, List<Entry> entries, int row, int column) {
        for (int index = 0; index < entries.size(); index++) {
            sheet.canvas()
                    .put(row + index, column, KEY_COLUMNS, entries.get(index).key(), Tone.KEY);
            sheet.canvas()
                    .put(
                            row + index,
                            column + KEY_COLUMNS,
                            COLUMN_COLUMNS - KEY_COLUMNS,
                            entries.get(index).does(),
                            Tone.PLAIN);
        }
    }
}
