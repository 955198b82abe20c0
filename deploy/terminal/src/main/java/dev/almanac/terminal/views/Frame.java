package dev.almanac.terminal.views;

import dev.almanac.terminal.board.Board;
import dev.almanac.terminal.board.Link;
import dev.almanac.terminal.board.Overlay;
import dev.almanac.terminal.board.View;
import dev.almanac.terminal.calendar.Answer.Waiting;
import dev.almanac.terminal.calendar.Spoken;
import dev.almanac.terminal.calendar.Weeks;
import dev.almanac.terminal.screen.Area;
import dev.almanac.terminal.screen.Canvas;
import dev.almanac.terminal.screen.Size;
import dev.almanac.terminal.screen.Tone;
import dev.almanac.terminal.text.Columns;
import java.time.LocalDate;
import java.util.Locale;

/** The whole picture: what is looked at above, the view, and below it what was said and what can be done. */
public final class Frame {
    private static final String KEYS = "m w d l  t today  g go  / find  n new  r move  c conflicts  ? help  q leave";

    private static final String KEYS_OF_CONFLICTS = "↑↓ choose  Enter explain  1–9 way out  Esc back  ? help  q leave";

    private Frame() {}

    public static Sheet of(Board board, Size size) {
        Sheet sheet = new Sheet(size);
        if (!size.holds(Size.SMALLEST)) {
            tooSmall(sheet.canvas(), size);
            return sheet;
        }
        Area whole = sheet.whole();
        head(sheet.canvas(), board, whole);
        Area view = whole.without(1, 2);
        switch (board.place().view()) {
            case MONTH -> MonthView.draw(sheet, board, view);
            case WEEK -> WeekView.draw(sheet, board, view);
            case DAY -> DayView.draw(sheet, board, view);
            case LIST, FOUND, MISSED -> ListView.draw(sheet, board, view);
            case CONFLICTS -> ConflictsView.draw(sheet, board, view);
        }
        foot(sheet.canvas(), board, whole);
        overlay(sheet, board, view);
        return sheet;
    }

    private static void tooSmall(Canvas canvas, Size size) {
        canvas.put(0, 0, "Too small: " + size.columns() + "×" + size.rows() + ".", Tone.STRONG);
        canvas.put(1, 0, "80×24 is needed.", Tone.PLAIN);
        canvas.put(2, 0, "q leaves.", Tone.PLAIN);
    }

    private static void head(Canvas canvas, Board board, Area whole) {
        canvas.fill(0, 0, whole.columns(), " Almanac", Tone.BAR);
        canvas.put(0, 10, whole.columns() - 10, title(board), Tone.BAR);
        String right = views(board.place().view()) + "  " + board.zone().getId() + " ";
        canvas.put(0, whole.columns() - Columns.of(right), right, Tone.BAR);
    }

    private static String title(Board board) {
        LocalDate date = board.place().date();
        return switch (board.place().view()) {
            case MONTH -> Words.MONTH.format(date);
            case WEEK ->
                Spoken.shortDay(Weeks.firstDayOf(date)) + " – "
                        + Spoken.shortDay(Weeks.firstDayOf(date).plusDays(6)) + " " + date.getYear();
            case DAY -> Spoken.day(date);
            case LIST -> "From " + Spoken.shortDay(date) + " " + date.getYear();
            case FOUND -> "Search: " + board.words();
            case MISSED -> "Missed runs";
            case CONFLICTS -> "Conflicts: " + board.known().conflicts().size() + " open";
        };
    }

    /** The one that is shown in brackets. */
    private static String views(View shown) {
        StringBuilder names = new StringBuilder();
        for (View view : View.values()) {
            if (view.isOfTime()) {
                String name = view.name().charAt(0) + view.name().substring(1).toLowerCase(Locale.ROOT);
                names.append(view == shown ? "[" + name + "]" : " " + name + " ");
            }
        }
        return names.toString();
    }

    private static void foot(Canvas canvas, Board board, Area whole) {
        int row = whole.rows() - 2;
        String link = (board.isBusy() ? "… " : "") + (board.link() == Link.LIVE ? "● " : "○ ")
                + board.link().words() + " ";
        int columns = whole.columns() - Columns.of(link) - 2;
        String said = board.note().text();
        canvas.put(
                row,
                1,
                columns,
                said.isEmpty() ? waiting(board) : said,
                said.isEmpty() ? Tone.QUIET : Tones.of(board.note()));
        canvas.put(
                row, whole.columns() - Columns.of(link), link, board.link() == Link.OFFLINE ? Tone.DANGER : Tone.GOOD);
        String keys = board.place().view() == View.CONFLICTS ? KEYS_OF_CONFLICTS : KEYS;
        canvas.fill(row + 1, 0, whole.columns(), " " + keys, Tone.BAR);
    }

    /** What somebody should know of who has nothing else to look at. */
    private static String waiting(Board board) {
        Waiting waiting = board.known().waiting();
        String missed = waiting.missedRuns() == 0 ? "" : Spoken.count(waiting.missedRuns(), "missed run") + " (a) ?  ";
        String conflicts =
                waiting.openConflicts() == 0 ? "" : Spoken.count(waiting.openConflicts(), "open conflict") + " (c) !  ";
        String more = board.known().truncated() ? "There is more than is shown: filter with f." : "";
        String filter = board.filter().isAll() ? "" : "only " + board.filter().size() + " shown (f)  ";
        return filter + missed + conflicts + more;
    }

    private static void overlay(Sheet sheet, Board board, Area area) {
        switch (board.overlay()) {
            case Overlay.None _ -> {}
            case Overlay.Help _ -> HelpView.draw(sheet, area);
            case Overlay.Details(var item) -> DetailsView.draw(sheet, item, board.zone(), area);
            case Overlay.Asking(var dialog) -> FormView.draw(sheet, board, dialog, area);
        }
    }
}
