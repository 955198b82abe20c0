package dev.almanac.terminal.views;

import dev.almanac.terminal.board.Board;
import dev.almanac.terminal.board.Target;
import dev.almanac.terminal.calendar.Item;
import dev.almanac.terminal.calendar.LocalDay;
import dev.almanac.terminal.calendar.Spoken;
import dev.almanac.terminal.screen.Area;
import dev.almanac.terminal.screen.Tone;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A day by hour: each item on the line of the hour in which it begins, with a track for as long as it lasts. */
final class DayView {
    private static final int HOUR_COLUMNS = 13;
    private static final int ORDINARY_HOUR_COLUMNS = 7;
    private static final int ORDINARY_HOURS = 24;
    private static final int MORNING = 8;

    /**
     * A line of the day.
     *
     * @param label empty but for the first line of an hour
     */
    private record Row(String label, Instant at, LocalTime hour, Optional<Item> item) {}

    private DayView() {}

    static void draw(Sheet sheet, Board board, Area area) {
        LocalDay day = new LocalDay(board.place().date(), board.zone());
        List<Item> items = board.listed();
        List<Row> rows = rows(day, items);
        sheet.canvas().put(area.row(), area.column() + 1, area.columns(), heading(board, day, items), Tones.HEADING);
        Tracks tracks = new Tracks(items);
        Area lines = area.without(1, 0);
        Window window = Window.from(board.place().top(), focus(board, rows), rows.size(), lines.rows());
        sheet.startsAt(window.first());
        for (int index = window.first(); index < window.end(); index++) {
            Area line = Area.line(lines.row() + index - window.first(), lines.column(), lines.columns());
            row(sheet, board, day, rows.get(index), tracks, line);
        }
    }

    private static String heading(Board board, LocalDay day, List<Item> items) {
        long conflicts = items.stream().filter(Item::isInConflict).count();
        String leap =
                day.lengthHours() == ORDINARY_HOURS ? "" : " · " + day.lengthHours() + " hours, as the clocks change";
        return counted(board, items) + (conflicts > 0 ? " · " + conflicts + " in conflict !" : "") + leap;
    }

    /** Before it is known, nobody says that there is nothing. */
    private static String counted(Board board, List<Item> items) {
        if (items.isEmpty()) {
            return board.isBusy() ? "…" : "nothing";
        }
        return Spoken.count(items.size(), "item");
    }

    private static List<Row> rows(LocalDay day, List<Item> items) {
        List<Row> rows = new ArrayList<>();
        for (Item item : items) {
            if (item.allDay() || item.start().isBefore(day.start())) {
                rows.add(new Row("", day.start(), LocalTime.MIDNIGHT, Optional.of(item)));
            }
        }
        day.hours().forEach(hour -> rows.addAll(rows(day, hour, items)));
        return rows;
    }

    private static List<Row> rows(LocalDay day, LocalDay.Hour hour, List<Item> items) {
        LocalTime clock = hour.slot().start().atZone(day.zone()).toLocalTime();
        List<Row> rows = new ArrayList<>();
        for (Item item : items) {
            boolean begins = !item.start().isBefore(hour.slot().start())
                    && item.start().isBefore(hour.slot().end());
            if (begins && !item.allDay()) {
                rows.add(new Row(rows.isEmpty() ? hour.label() : "", item.start(), clock, Optional.of(item)));
            }
        }
        return rows.isEmpty() ? List.of(new Row(hour.label(), hour.slot().start(), clock, Optional.empty())) : rows;
    }

    private static void row(Sheet sheet, Board board, LocalDay day, Row row, Tracks tracks, Area line) {
        int hourColumns = day.lengthHours() > ORDINARY_HOURS ? HOUR_COLUMNS : ORDINARY_HOUR_COLUMNS;
        Target target = Target.hour(day.date(), row.hour());
        boolean chosenHour = row.hour().getHour() == board.place().time().getHour()
                && !row.label().isEmpty();
        sheet.mark(line, target);
        sheet.canvas().put(line.row(), line.column() + 1, row.label(), chosenHour ? Tone.KEY : Tone.QUIET);
        String track = tracks.at(row.at(), row.item().stream().toList());
        sheet.canvas().put(line.row(), line.column() + hourColumns, track, Tone.QUIET);
        int left = hourColumns + Tracks.COUNT_MAX;
        row.item()
                .ifPresent(item ->
                        ItemLine.draw(sheet, board, item, day.date(), line.right(line.columns() - left), target));
    }

    /** What is chosen, or what comes first, or the morning. */
    private static int focus(Board board, List<Row> rows) {
        return index(
                        rows,
                        row -> row.item()
                                .map(Item::id)
                                .filter(board.place().itemId()::equals)
                                .isPresent())
                .or(() -> index(rows, row -> row.item().isPresent()))
                .or(() -> index(rows, row -> row.hour().getHour() == MORNING))
                .orElse(0);
    }

    private static Optional<Integer> index(List<Row> rows, Predicate<Row> wanted) {
        return IntStream.range(0, rows.size())
                .filter(index -> wanted.test(rows.get(index)))
                .boxed()
                .findFirst();
    }
}
