package dev.almanac.terminal.screen;

/** A rectangle of cells. */
public record Area(int row, int column, int rows, int columns) {

    public Area {
        rows = Math.max(0, rows);
        columns = Math.max(0, columns);
    }

    public static Area of(Size size) {
        return new Area(0, 0, size.rows(), size.columns());
    }

    public static Area line(int row, int column, int columns) {
        return new Area(row, column, 1, columns);
    }

    public Area without(int above, int below) {
        return new Area(row + above, column, rows - above - below, columns);
    }

    public Area left(int width) {
        return new Area(row, column, rows, Math.min(width, columns));
    }

    public Area right(int width) {
        int taken = Math.min(width, columns);
        return new Area(row, column + columns - taken, rows, taken);
    }

    /** In the middle, no larger than this one. */
    public Area centred(int height, int width) {
        int high = Math.min(height, rows);
        int wide = Math.min(width, columns);
        return new Area(row + (rows - high) / 2, column + (columns - wide) / 2, high, wide);
    }

    public boolean has(int atRow, int atColumn) {
        return atRow >= row && atRow < row + rows && atColumn >= column && atColumn < column + columns;
    }
}
