package dev.almanac.terminal.console;

import dev.almanac.terminal.text.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows under a head. Where they are too wide, the widest columns are cut first, down to a width that still says something; never the
 * last one, which is an id that people copy.
 */
public final class Table {
    private static final String GAP = "  ";
    private static final int CUT_TO_MIN = 8;

    private final List<String> head;
    private final List<List<Cell>> rows = new ArrayList<>();

    public Table(String... head) {
        this.head = List.of(head);
    }

    public void row(Cell... cells) {
        if (cells.length != head.size()) {
            throw new IllegalArgumentException("a row of " + cells.length + " under a head of " + head.size());
        }
        rows.add(List.of(cells));
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The head, and then a line for each row. */
    List<String> lines(int columns, boolean coloured) {
        int[] widths = widths(columns);
        List<String> lines = new ArrayList<>();
        lines.add(line(head.stream().map(name -> new Cell(name, Colour.BOLD)).toList(), widths, coloured));
        rows.forEach(row -> lines.add(line(row, widths, coloured)));
        return lines;
    }

    private int[] widths(int columns) {
        int[] widths = IntStream.range(0, head.size())
                .map(index -> rows.stream()
                        .mapToInt(row -> Columns.of(row.get(index).text()))
                        .reduce(Columns.of(head.get(index)), Math::max))
                .toArray();
        int room = columns - GAP.length() * (widths.length - 1);
        while (IntStream.of(widths).sum() > room) {
            int widest = IntStream.range(0, widths.length - 1)
                    .reduce((one, other) -> widths[other] > widths[one] ? other : one)
                    .orElse(0);
            if (widths[widest] <= CUT_TO_MIN) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static String line(List<Cell> cells, int[] widths, boolean coloured) {
        StringBuilder line = new StringBuilder();
        for (int index = 0; index < cells.size(); index++) {
            Cell cell = cells.get(index);
            String cut = Columns.cut(cell.text(), widths[index]);
            String filling = " ".repeat(widths[index] - Columns.of(cut));
            line.append(index == 0 ? "" : GAP)
                    .append(coloured ? cell.colour().on(cut) : cut)
                    .append(index == cells.size() - 1 ? "" : filling);
        }
        return line.toString().stripTrailing();
    }
}
