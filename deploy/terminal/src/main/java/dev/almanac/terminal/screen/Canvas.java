package dev.almanac.terminal.screen;

import dev.almanac.terminal.text.Columns;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A grid of cells that is drawn on. What lies outside is not drawn. */
public final class Canvas {
    private final Size size;
    private final Cell[][] cells;

    public Canvas(Size size) {
        this.size = size;
        this.cells = new Cell[size.rows()][size.columns()];
        for (Cell[] row : cells) {
            Arrays.fill(row, Cell.BLANK);
        }
    }

    public Size size() {
        return size;
    }

    /** As far as the right edge. */
    public void put(int row, int column, String text, Tone tone) {
        put(row, column, size.columns() - column, text, tone);
    }

    /** Within so many columns; what does not fit ends in an ellipsis. */
    public void put(int row, int column, int columns, String text, Tone tone) {
        int room = Math.min(columns, size.columns() - column);
        if (row < 0 || row >= size.rows() || column < 0 || room < 1) {
            return;
        }
        int at = column;
        for (String cluster : Columns.clusters(Columns.clipped(text, room))) {
            at += place(row, at, cluster, tone);
        }
    }

    /** Filled to the end of the width. */
    public void fill(int row, int column, int columns, String text, Tone tone) {
        put(row, column, columns, Columns.padded(text, Math.min(columns, size.columns() - column)), tone);
    }

    public void clear(Area area) {
        for (int row = area.row(); row < area.row() + area.rows(); row++) {
            fill(row, area.column(), area.columns(), "", Tone.PLAIN);
        }
    }

    public void select(Area area) {
        for (int row = Math.max(0, area.row()); row < Math.min(size.rows(), area.row() + area.rows()); row++) {
            int end = Math.min(size.columns(), area.column() + area.columns());
            for (int column = Math.max(0, area.column()); column < end; column++) {
                cells[row][column] = cells[row][column].chosen();
            }
        }
    }

    public Cell at(int row, int column) {
        return cells[row][column];
    }

    public String line(int row) {
        return Arrays.stream(cells[row])
                .map(Cell::text)
                .collect(Collectors.joining())
                .stripTrailing();
    }

    /** As somebody reads it, without colours. */
    public String text() {
        return IntStream.range(0, size.rows()).mapToObj(this::line).collect(Collectors.joining("\n"));
    }

    private int place(int row, int column, String cluster, Tone tone) {
        int width = Columns.widthOfCluster(cluster);
        unpair(row, column);
        cells[row][column] = new Cell(cluster, tone, false);
        if (width == 2) {
            unpair(row, column + 1);
            cells[row][column + 1] = new Cell("", tone, false);
        }
        return width;
    }

    /** Half of what is two columns wide does not stay behind. */
    private void unpair(int row, int column) {
        if (cells[row][column].text().isEmpty() && column > 0) {
            cells[row][column - 1] = Cell.BLANK;
        }
        boolean isFirstHalf = column + 1 < size.columns()
                && !cells[row][column].text().isEmpty()
                && cells[row][column + 1].text().isEmpty();
        if (isFirstHalf) {
            cells[row][column + 1] = Cell.BLANK;
        }
    }
}
