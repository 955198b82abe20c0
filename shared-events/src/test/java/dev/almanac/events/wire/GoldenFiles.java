package dev.almanac.events.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The published contract, a file for each revision of each type. */
final class GoldenFiles {
    private GoldenFiles() {}

    /** Such as {@code EventRemovedFromCalendar.v1.json}, and {@code EventRemovedFromCalendar.v1-2.json} of its second revision. */
    static byte[] of(Schema schema) {
        String name = schema.type() + (schema.revision() == 1 ? "" : "-" + schema.revision()) + ".json";
        try (InputStream file = GoldenFiles.class.getResourceAsStream("/golden/" + name)) {
            return Objects.requireNonNull(file, "no golden file " + name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
