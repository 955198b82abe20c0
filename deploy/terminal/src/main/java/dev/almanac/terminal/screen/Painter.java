package dev.almanac.terminal.screen;

import org.jspecify.annotations.Nullable;

/** Writes what differs between two pictures, all at once, so that nothing flickers. */
public final class Painter {
    private static final String HOLD = "\u001b[?2026h";
    private static final String SHOW = "\u001b[?2026l";
    private static final String PLAIN = "\u001b[0m";
    private static final String CLEAR = "\u001b[0m\u001b[2J";

    private final Palette palette;

    public Painter(Palette palette) {
        this.palette = palette;
    }

    /** Empty where nothing differs. Without a picture before, everything is drawn. */
    public String from(@Nullable Canvas before, Canvas after) {
        boolean anew = before == null || !before.size().equals(after.size());
        StringBuilder changes = new StringBuilder(anew ? CLEAR : "");
        for (int row = 0; row < after.size().rows(); row++) {
            draw(row, anew ? null : before, after, changes);
        }
        return changes.isEmpty() ? "" : HOLD + changes + PLAIN + SHOW;
    }

    private void draw(int row, @Nullable Canvas before, Canvas after, StringBuilder changes) {
        Cell drawn = null;
        for (int column = 0; column < after.size().columns(); column++) {
            Cell cell = after.at(row, column);
            boolean same = before == null ? cell.equals(Cell.BLANK) : cell.equals(before.at(row, column));
            // The second half of what is wide is drawn with the first.
            if (same || cell.text().isEmpty()) {
                drawn = same ? null : drawn;
                continue;
            }
            if (drawn == null) {
                changes.append("\u001b[")
                        .append(row + 1)
                        .append(';')
                        .append(column + 1)
                        .append('H');
            }
            if (drawn == null || drawn.tone() != cell.tone() || drawn.selected() != cell.selected()) {
                changes.append(palette.sequence(cell.tone(), cell.selected()));
            }
            changes.append(cell.text());
            drawn = cell;
        }
    }
}
