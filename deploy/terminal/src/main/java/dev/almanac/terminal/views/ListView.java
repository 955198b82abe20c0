package dev.almanac.terminal.views;

import dev.almanac.terminal.board.Board;
import dev.almanac.terminal.board.Target;
import dev.almanac.terminal.calendar.Item;
import dev.almanac.terminal.calendar.Spoken;
import dev.almanac.terminal.screen.Area;
import dev.almanac.terminal.screen.Tone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Items below each other, each day with a heading: what comes next, and what was found. */
final class ListView {

    /** A line: a heading, or an item of that day. */
    private record Row(LocalDate day, Optional<Item> item) {}

    private ListView() {}

    static void draw(Sheet sheet, Board board, Area area) {
        List<Row> rows = rows(board);
        if (rows.isEmpty()) {
            sheet.canvas().put(area.row() + 1, area.column() + 2, area.columns(), nothing(board), Tone.QUIET);
            return;
        }
        Window window = Window.from(board.place().top(), focus(board, rows), rows.size(), area.rows());
        sheet.startsAt(window.first());
        for (int index = window.first(); index < window.end(); index++) {
            Area line = Area.line(area.row() + index - window.first(), area.column(), area.columns());
            row(sheet, board, rows.get(index), line);
        }
    }

    private static String nothing(Board board) {
        if (board.isBusy()) {
            return "";
        }
        return switch (board.place().view()) {
            case FOUND -> "Nothing has “" + board.words() + "” in its title or description.";
            case MISSED -> "No missed run waits for a decision.";
            default ->
                "Nothing takes place in the month from "
                        + Spoken.day(board.place().date()) + " on.";
        };
    }

    private static List<Row> rows(Board board) {
        List<Row> rows = new ArrayList<>();
        LocalDate last = LocalDate.MIN;
        for (Item item : board.listed()) {
            LocalDate day = item.startIn(board.zone()).toLocalDate();
            if (!day.equals(last)) {
                rows.add(new Row(day, Optional.empty()));
                last = day;
            }
            rows.add(new Row(day, Optional.of(item)));
        }
        return rows;
    }

    private static void row(Sheet sheet, Board board, Row row, Area line) {
        Target target = Target.date(row.day());
        if (row.item().isPresent()) {
            ItemLine.draw(sheet, board, row.item().get(), row.day(), line.right(line.columns() - 1), Target.NOTHING);
            return;
        }
        String today = row.day().equals(board.today()) ? " · today" : "";
        sheet.canvas().put(line.row(), line.column() + 1, Spoken.day(row.day()) + today, Tones.HEADING);
        sheet.mark(line, target);
    }

    private static int focus(Board board, List<Row> rows) {
        return IntStream.range(0, rows.size())
                .filter(index -> rows.get(index)
                        .item()
                        .map(Item::id)
                        .filter(board.place().itemId()::equals)
                        .isPresent())
                .findFirst()
                .orElse(0);
    }
}
