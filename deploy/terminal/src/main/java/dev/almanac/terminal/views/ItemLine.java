package dev.almanac.terminal.views;

import dev.almanac.terminal.board.Board;
import dev.almanac.terminal.board.Target;
import dev.almanac.terminal.calendar.Item;
import dev.almanac.terminal.screen.Area;
import dev.almanac.terminal.screen.Canvas;
import dev.almanac.terminal.screen.Tone;
import java.time.LocalDate;

/** An item on a line of its own: when, what is special about it, what, where. */
final class ItemLine {
    private static final int TIME_COLUMNS = 12;
    private static final int MARK_COLUMNS = 4;
    private static final int PLACE_FROM_COLUMNS = 46;
    private static final int STATUS_FROM_COLUMNS = 84;
    private static final int STATUS_COLUMNS = 14;

    private ItemLine() {}

    /** Marked as the target, and the item with it. */
    static void draw(Sheet sheet, Board board, Item item, LocalDate day, Area line, Target target) {
        Canvas canvas = sheet.canvas();
        boolean chosen = item.id().equals(board.place().itemId());
        int row = line.row();
        int right = line.column() + line.columns();
        canvas.put(row, line.column(), line.columns(), chosen ? "›" : " ", Tone.STRONG);
        int at = line.column() + 1;
        canvas.put(row, at, TIME_COLUMNS, Words.span(item, day, board.zone()), Tone.PLAIN);
        at += TIME_COLUMNS;
        canvas.put(row, at, MARK_COLUMNS - 1, item.marks(), Tone.WARNING);
        at += MARK_COLUMNS;
        if (line.columns() >= STATUS_FROM_COLUMNS) {
            right -= STATUS_COLUMNS;
            canvas.put(row, right, STATUS_COLUMNS, item.statusWord(), Tone.QUIET);
        }
        if (line.columns() >= PLACE_FROM_COLUMNS) {
            int placeColumns = (right - at) / 3;
            right -= placeColumns;
            canvas.put(row, right, placeColumns - 1, item.place(), Tone.QUIET);
        }
        canvas.put(row, at, right - at - 1, item.title(), Tones.of(item));
        if (chosen) {
            canvas.select(line);
        }
        sheet.mark(line, target.with(item.id()));
    }
}
