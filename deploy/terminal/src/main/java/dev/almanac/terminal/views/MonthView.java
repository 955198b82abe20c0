package dev.almanac.terminal.views;

import dev.almanac.terminal.board.Board;
import dev.almanac.terminal.board.Target;
import dev.almanac.terminal.calendar.DayCount;
import dev.almanac.terminal.calendar.Spoken;
import dev.almanac.terminal.calendar.Weeks;
import dev.almanac.terminal.screen.Area;
import dev.almanac.terminal.screen.Canvas;
import dev.almanac.terminal.screen.Tone;
import dev.almanac.terminal.text.Columns;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** A month: of each day how much it has, and the chosen day as a list. */
final class MonthView {
    private static final int DAYS = 7;
    private static final int LIST_BESIDE_FROM_COLUMNS = 110;
    private static final int LIST_SHARE = 3;
    private static final int CELL_ROWS_MIN = 3;

    private MonthView() {}

    static void draw(Sheet sheet, Board board, Area area) {
        boolean beside = area.columns() >= LIST_BESIDE_FROM_COLUMNS;
        int listColumns = area.columns() / LIST_SHARE;
        Area month = beside ? area.left(area.columns() - listColumns - 2) : area;
        List<LocalDate> weeks = Weeks.of(board.place().month());
        int room = month.rows() - 1;
        int rows = beside ? room / weeks.size() : Math.max(CELL_ROWS_MIN, room * 3 / 4 / weeks.size());
        weekdays(sheet, month);
        for (int week = 0; week < weeks.size(); week++) {
            week(
                    sheet,
                    board,
                    weeks.get(week),
                    new Area(month.row() + 1 + week * rows, month.column(), rows, month.columns()));
        }
        Agenda.draw(sheet, board, beside ? area.right(listColumns) : area.without(1 + rows * weeks.size(), 0));
    }

    private static void weekdays(Sheet sheet, Area month) {
        List<LocalDate> days = Weeks.daysOf(LocalDate.EPOCH);
        for (int day = 0; day < DAYS; day++) {
            String name = days.get(day).getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            sheet.canvas().put(month.row(), column(month, day) + 1, name, Tone.QUIET);
        }
    }

    private static void week(Sheet sheet, Board board, LocalDate first, Area area) {
        for (int day = 0; day < DAYS; day++) {
            int column = column(area, day);
            Area cell = new Area(area.row(), column, area.rows(), column(area, day + 1) - column - 1);
            LocalDate date = first.plusDays(day);
            sheet.mark(cell, Target.date(date));
            cell(sheet.canvas(), board, date, cell);
        }
    }

    private static void cell(Canvas canvas, Board board, LocalDate date, Area cell) {
        YearMonth month = board.place().month();
        boolean inMonth = YearMonth.from(date).equals(month);
        canvas.put(cell.row(), cell.column(), number(board, date), tone(board, date, inMonth));
        if (!inMonth || !board.known().counts().month().equals(month)) {
            return;
        }
        DayCount count = board.known().counts().on(date);
        if (count.openConflicts() > 0) {
            canvas.put(cell.row(), cell.column() + cell.columns() - 4, "!" + count.openConflicts(), Tone.WARNING);
        }
        badge(
                canvas,
                cell,
                1,
                count.events(),
                "event",
                Tones.of(board.known().counts().heatOfEvents(date)));
        Tone heatOfRuns =
                hasEvents(board) ? Tone.RUN : Tones.of(board.known().counts().heatOfRuns(date));
        badge(canvas, cell, 2, count.runs(), "run", heatOfRuns);
    }

    private static void badge(Canvas canvas, Area cell, int line, long count, String noun, Tone heat) {
        if (count > 0 && line < cell.rows()) {
            String text = Columns.padded(" " + Spoken.count(count, noun), cell.columns());
            canvas.put(cell.row() + line, cell.column(), text, heat);
        }
    }

    /** Two heats in one cell would say neither: runs are hot where there is nothing else. */
    private static boolean hasEvents(Board board) {
        return board.known().counts().events() > 0;
    }

    /** Brackets for the chosen day, and a star for today: neither needs colours. */
    private static String number(Board board, LocalDate date) {
        boolean chosen = date.equals(board.place().date());
        String today = date.equals(board.today()) ? "*" : "";
        String number = String.format(Locale.ROOT, "%2d", date.getDayOfMonth()) + today;
        return chosen ? "[" + number + "]" : " " + number + " ";
    }

    private static Tone tone(Board board, LocalDate date, boolean inMonth) {
        if (date.equals(board.place().date())) {
            return Tone.KEY;
        }
        return date.equals(board.today()) ? Tone.TODAY : inMonth ? Tone.STRONG : Tone.QUIET;
    }

    private static int column(Area area, int day) {
        return area.column() + day * area.columns() / DAYS;
    }
}
