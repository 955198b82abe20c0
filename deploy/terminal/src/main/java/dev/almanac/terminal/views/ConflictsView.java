package dev.almanac.terminal.views;

import dev.almanac.terminal.board.Board;
import dev.almanac.terminal.board.Target;
import dev.almanac.terminal.calendar.Conflict;
import dev.almanac.terminal.calendar.Spoken;
import dev.almanac.terminal.calendar.Suggestion;
import dev.almanac.terminal.screen.Area;
import dev.almanac.terminal.screen.Canvas;
import dev.almanac.terminal.screen.Tone;
import dev.almanac.terminal.text.Columns;
import java.util.List;
import java.util.Locale;

/** What is in each other's way; and of one why it is, and what could be done. */
final class ConflictsView {
    private static final int LEVEL_COLUMNS = 11;
    private static final int WHEN_COLUMNS = 26;

    private ConflictsView() {}

    static void draw(Sheet sheet, Board board, Area area) {
        board.known()
                .explained()
                .ifPresentOrElse(conflict -> explained(sheet, board, conflict, area), () -> listed(sheet, board, area));
    }

    private static void listed(Sheet sheet, Board board, Area area) {
        List<Conflict> conflicts = board.known().conflicts();
        if (conflicts.isEmpty()) {
            String nothing = board.isBusy() ? "" : "No conflict is open.";
            sheet.canvas().put(area.row() + 1, area.column() + 2, nothing, Tone.QUIET);
            return;
        }
        Window window = Window.around(board.row(), conflicts.size(), area.rows());
        for (int index = window.first(); index < window.end(); index++) {
            Area line = Area.line(area.row() + index - window.first(), area.column(), area.columns());
            line(sheet, board, conflicts.get(index), index == board.row(), line);
            sheet.mark(line, Target.row(index));
        }
    }

    private static void line(Sheet sheet, Board board, Conflict conflict, boolean chosen, Area line) {
        Canvas canvas = sheet.canvas();
        canvas.put(line.row(), line.column(), chosen ? "›" : " ", Tone.STRONG);
        int at = line.column() + 1;
        canvas.put(line.row(), at, LEVEL_COLUMNS, "! " + lower(conflict.level().name()), Tone.WARNING);
        at += LEVEL_COLUMNS + 1;
        canvas.put(line.row(), at, WHEN_COLUMNS, Spoken.span(conflict.overlap(), board.zone()), Tone.PLAIN);
        at += WHEN_COLUMNS + 1;
        canvas.put(line.row(), at, line.columns() - at, between(conflict), Tone.BOOKING);
        if (chosen) {
            canvas.select(line);
        }
    }

    private static void explained(Sheet sheet, Board board, Conflict conflict, Area area) {
        Canvas canvas = sheet.canvas();
        int left = area.column() + 2;
        int columns = area.columns() - 4;
        int row = area.row();
        canvas.put(row++, left, columns, between(conflict), Tones.HEADING);
        canvas.put(
                row++,
                left,
                columns,
                "! " + lower(conflict.level().name()) + " · " + lower(conflict.type()) + " · "
                        + lower(conflict.status()),
                Tone.WARNING);
        canvas.put(
                row++, left, columns, Spoken.span(conflict.overlap(), board.zone()) + " " + board.zone(), Tone.PLAIN);
        row++;
        for (String line : Columns.wrapped(conflict.explanation(), columns)) {
            canvas.put(row++, left, columns, line, Tone.PLAIN);
        }
        row++;
        canvas.put(row++, left, columns, waysOut(conflict), Tones.HEADING);
        for (int index = 0; index < conflict.suggestions().size(); index++) {
            suggestion(sheet, conflict.suggestions().get(index), index, Area.line(row++, left, columns));
        }
    }

    private static void suggestion(Sheet sheet, Suggestion suggestion, int index, Area line) {
        sheet.canvas().put(line.row(), line.column(), (index + 1) + " ", Tone.KEY);
        sheet.canvas().put(line.row(), line.column() + 3, line.columns() - 3, suggestion.sentence(), Tone.PLAIN);
        sheet.mark(line, Target.row(index));
    }

    private static String waysOut(Conflict conflict) {
        if (!conflict.isOpen()) {
            return "It is over: Esc goes back.";
        }
        return conflict.suggestions().isEmpty() ? "No way out is known." : "Ways out: a number chooses, Enter applies.";
    }

    private static String between(Conflict conflict) {
        return conflict.oneTitle() + " × " + conflict.otherTitle()
                + (conflict.place().isEmpty() ? "" : " · " + conflict.place());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
