package dev.almanac.terminal.views;

import dev.almanac.terminal.board.Board;
import dev.almanac.terminal.board.Target;
import dev.almanac.terminal.calendar.Item;
import dev.almanac.terminal.calendar.Weeks;
import dev.almanac.terminal.screen.Area;
import dev.almanac.terminal.screen.Canvas;
import dev.almanac.terminal.screen.Tone;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A week: a column for each day, with its items by start. */
final class WeekView {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d", Locale.ENGLISH);
    private static final int DAYS = 7;
    private static final int ONE_LINE_FROM_COLUMNS = 18;
    private static final int TIME_COLUMNS = 7;

    private WeekView() {}

    static void draw(Sheet sheet, Board board, Area area) {
        List<LocalDate> days = Weeks.daysOf(board.place().date());
        for (int day = 0; day < DAYS; day++) {
            int left = area.column() + day * area.columns() / DAYS;
            int right = area.column() + (day + 1) * area.columns() / DAYS;
            day(sheet, board, days.get(day), new Area(area.row(), left, area.rows(), right - left - 1));
        }
    }

    private static void day(Sheet sheet, Board board, LocalDate date, Area column) {
        boolean chosen = date.equals(board.place().date());
        List<Item> items = board.known().diary().on(date, board.zone());
        String name = DAY.format(date) + (date.equals(board.today()) ? "*" : "");
        String heading = chosen ? "[" + name + "]" : " " + name + " ";
        sheet.mark(column, Target.date(date));
        sheet.canvas().put(column.row(), column.column(), column.columns(), heading, chosen ? Tone.KEY : Tone.STRONG);
        sheet.canvas()
                .put(
                        column.row() + 1,
                        column.column(),
                        column.columns(),
                        summary(items),
                        items.isEmpty() ? Tone.QUIET : Tone.PLAIN);
        items(sheet, board, date, items, column.without(2, 0));
    }

    private static String summary(List<Item> items) {
        long conflicts = items.stream().filter(Item::isInConflict).count();
        return items.isEmpty() ? " –" : " " + items.size() + (conflicts > 0 ? " !" + conflicts : "");
    }

    private static void items(Sheet sheet, Board board, LocalDate date, List<Item> items, Area area) {
        int rows = area.columns() >= ONE_LINE_FROM_COLUMNS ? 1 : 2;
        boolean fits = items.size() * rows <= area.rows();
        int room = (fits ? area.rows() : area.rows() - 1) / rows;
        Window window = Window.around(focus(board, date, items), items.size(), room);
        for (int index = window.first(); index < window.end(); index++) {
            Area place = new Area(area.row() + (index - window.first()) * rows, area.column(), rows, area.columns());
            item(sheet, board, date, items.get(index), place);
        }
        if (!fits) {
            int more = items.size() - window.count();
            sheet.canvas()
                    .put(
                            area.row() + window.count() * rows,
                            area.column() + 1,
                            area.columns(),
                            "+" + more + " more",
                            Tone.QUIET);
        }
    }

    private static int focus(Board board, LocalDate date, List<Item> items) {
        return IntStream.range(0, items.size())
                .filter(_ -> date.equals(board.place().date()))
                .filter(index -> items.get(index).id().equals(board.place().itemId()))
                .findFirst()
                .orElse(0);
    }

    private static void item(Sheet sheet, Board board, LocalDate date, Item item, Area place) {
        Canvas canvas = sheet.canvas();
        boolean chosen = date.equals(board.place().date())
                && item.id().equals(board.place().itemId());
        String start = (chosen ? "›" : " ") + Words.start(item, date, board.zone());
        int left = place.column();
        if (place.rows() == 1) {
            String marks = item.marks().isEmpty() ? "" : item.marks() + " ";
            canvas.put(place.row(), left, TIME_COLUMNS, start, Tone.QUIET);
            canvas.put(
                    place.row(),
                    left + TIME_COLUMNS,
                    place.columns() - TIME_COLUMNS,
                    marks + item.title(),
                    Tones.of(item));
        } else {
            canvas.put(place.row(), left, place.columns(), start + " " + item.marks(), Tone.QUIET);
            canvas.put(place.row() + 1, left + 1, place.columns() - 1, item.title(), Tones.of(item));
        }
        if (chosen) {
            canvas.select(place);
        }
        sheet.mark(place, Target.date(date).with(item.id()));
    }
}
