package dev.almanac.terminal.views;

import dev.almanac.terminal.board.Board;
import dev.almanac.terminal.board.Target;
import dev.almanac.terminal.calendar.Item;
import dev.almanac.terminal.calendar.Spoken;
import dev.almanac.terminal.screen.Area;
import dev.almanac.terminal.screen.Tone;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** The chosen day beside a month, as a list. */
final class Agenda {
    private Agenda() {}

    static void draw(Sheet sheet, Board board, Area area) {
        LocalDate date = board.place().date();
        String heading = Spoken.shortDay(date) + " · " + counts(board, date);
        sheet.canvas().put(area.row(), area.column(), area.columns(), heading, Tones.HEADING);
        List<Item> items = board.listed();
        Area rows = area.without(1, 0);
        boolean fits = items.size() <= rows.rows();
        Window window = Window.around(chosen(board, items), items.size(), fits ? rows.rows() : rows.rows() - 1);
        for (int index = window.first(); index < window.end(); index++) {
            int row = rows.row() + index - window.first();
            Area line = Area.line(row, rows.column(), rows.columns());
            ItemLine.draw(sheet, board, items.get(index), date, line, Target.date(date));
        }
        if (!fits && rows.rows() > 0) {
            int more = items.size() - window.count();
            sheet.canvas()
                    .put(
                            rows.row() + window.count(),
                            rows.column() + 1,
                            rows.columns(),
                            more + " more: d shows the day",
                            Tone.QUIET);
        }
    }

    private static String counts(Board board, LocalDate date) {
        boolean unknown = board.isBusy() && board.known().counts().days().isEmpty();
        return unknown ? "…" : Words.counts(board.known().counts().on(date));
    }

    private static int chosen(Board board, List<Item> items) {
        return IntStream.range(0, items.size())
                .filter(index -> items.get(index).id().equals(board.place().itemId()))
                .findFirst()
                .orElse(0);
    }
}
