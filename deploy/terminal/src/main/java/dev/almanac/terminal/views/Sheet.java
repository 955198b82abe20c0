package dev.almanac.terminal.views;

import dev.almanac.terminal.board.Place;
import dev.almanac.terminal.board.Target;
import dev.almanac.terminal.screen.Area;
import dev.almanac.terminal.screen.Canvas;
import dev.almanac.terminal.screen.Size;
import java.util.ArrayList;
import java.util.List;

/** A picture, and what lies where in it. */
public final class Sheet {
    private record Spot(Area area, Target target) {}

    private final Canvas canvas;
    private final List<Spot> spots = new ArrayList<>();
    private int top = Place.ANYWHERE;

    Sheet(Size size) {
        this.canvas = new Canvas(size);
    }

    public Canvas canvas() {
        return canvas;
    }

    /** Which row of a long list is drawn first. */
    public int top() {
        return top;
    }

    void startsAt(int row) {
        top = row;
    }

    /** What was drawn last lies on top. */
    public Target at(int row, int column) {
        return spots.reversed().stream()
                .filter(spot -> spot.area().has(row, column))
                .map(Spot::target)
                .findFirst()
                .orElse(Target.NOTHING);
    }

    Area whole() {
        return Area.of(canvas.size());
    }

    void mark(Area area, Target target) {
        spots.add(new Spot(area, target));
    }

    /** An empty box with a border; its inside is answered. */
    Area box(Area area, String title) {
        canvas.clear(area);
        mark(area, Target.NOTHING);
        int right = area.column() + area.columns() - 1;
        String line = "─".repeat(Math.max(0, area.columns() - 2));
        canvas.put(area.row(), area.column(), "┌" + line + "┐", Tones.FRAME);
        for (int row = area.row() + 1; row < area.row() + area.rows() - 1; row++) {
            canvas.put(row, area.column(), "│", Tones.FRAME);
            canvas.put(row, right, "│", Tones.FRAME);
        }
        canvas.put(area.row() + area.rows() - 1, area.column(), "└" + line + "┘", Tones.FRAME);
        canvas.put(area.row(), area.column() + 2, area.columns() - 4, " " + title + " ", Tones.HEADING);
        return new Area(area.row() + 1, area.column() + 2, area.rows() - 2, area.columns() - 4);
    }
}
