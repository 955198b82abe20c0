package dev.almanac.terminal.screen;

/** How many cells a terminal shows. */
public record Size(int rows, int columns) {
    public static final Size SMALLEST = new Size(24, 80);

    public Size {
        rows = Math.max(1, rows);
        columns = Math.max(1, columns);
    }

    public boolean holds(Size other) {
        return rows >= other.rows && columns >= other.columns;
    }
}
