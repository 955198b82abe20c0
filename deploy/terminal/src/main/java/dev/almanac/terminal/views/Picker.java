package dev.almanac.terminal.views;

import dev.almanac.terminal.calendar.Weeks;
import dev.almanac.terminal.screen.Area;
import dev.almanac.terminal.screen.Canvas;
import dev.almanac.terminal.screen.Tone;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** A month to walk in, beside a field for a date. */
final class Picker {
    static final int COLUMNS = 22;
    static final int ROWS = 8;
    private static final int DAY_COLUMNS = 3;

    private Picker() {}

    static void draw(Canvas canvas, LocalDate chosen, LocalDate today, Area area) {
        canvas.put(area.row(), area.column() + 1, Words.MONTH.format(chosen), Tones.HEADING);
        canvas.put(area.row() + 1, area.column() + 1, "Mo Tu We Th Fr Sa Su", Tone.QUIET);
        List<LocalDate> weeks = Weeks.of(YearMonth.from(chosen));
        for (int week = 0; week < weeks.size(); week++) {
            for (LocalDate date : Weeks.daysOf(weeks.get(week))) {
                int column = area.column() + (date.getDayOfWeek().getValue() - 1) * DAY_COLUMNS;
                day(canvas, date, chosen, today, area.row() + 2 + week, column);
            }
        }
    }

    private static void day(Canvas canvas, LocalDate date, LocalDate chosen, LocalDate today, int row, int column) {
        if (!YearMonth.from(date).equals(YearMonth.from(chosen))) {
            return;
        }
        String number = String.format(Locale.ROOT, "%2d", date.getDayOfMonth());
        if (date.equals(chosen)) {
            canvas.put(row, column, "[" + number + "]", Tone.KEY);
        } else {
            canvas.put(row, column + 1, number, date.equals(today) ? Tone.TODAY : Tone.PLAIN);
        }
    }
}
