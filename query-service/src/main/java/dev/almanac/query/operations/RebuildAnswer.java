package dev.almanac.query.operations;

import dev.almanac.query.store.Layout;
import dev.almanac.query.store.Pointer;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which generation readers see, and which one is being built beside it.
 *
 * @param shape the highest version of a view that readers see
 */
@Schema(name = "Pointer")
record RebuildAnswer(int active, @Nullable Integer building, int shape) {

    static RebuildAnswer of(Pointer pointer) {
        Layout building = pointer.building();
        return new RebuildAnswer(
                pointer.active().number(),
                building == null ? null : building.number(),
                pointer.active().views().values().stream()
                        .mapToInt(Layout.Place::version)
                        .max()
                        .orElse(0));
    }

    public boolean isRebuilding() {
        return building != null;
    }
}
