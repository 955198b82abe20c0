package dev.almanac.query.store;

import org.jspecify.annotations.Nullable;

/**
 * Which generation readers see, and which one is being built beside it.
 *
 * @param shape the version of the views' code that the active generation was built by
 */
public record Pointer(int active, @Nullable Integer building, int shape) {

    Pointer rebuilding() {
        return new Pointer(active, active + 1, shape);
    }

    Pointer switched(int newShape) {
        return building == null ? this : new Pointer(building, null, newShape);
    }

    public boolean isRebuilding() {
        return building != null;
    }
}
