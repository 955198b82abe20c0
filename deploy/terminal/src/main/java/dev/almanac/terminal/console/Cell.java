package dev.almanac.terminal.console;

import dev.almanac.terminal.text.SafeText;
import org.jspecify.annotations.Nullable;

/** One field of a table: harmless text, and its colour. */
public record Cell(String text, Colour colour) {
    public Cell {
        text = SafeText.of(text);
    }

    public static Cell of(@Nullable String text) {
        return new Cell(text == null ? "" : text, Colour.PLAIN);
    }

    public static Cell of(@Nullable String text, Colour colour) {
        return new Cell(text == null ? "" : text, colour);
    }
}
