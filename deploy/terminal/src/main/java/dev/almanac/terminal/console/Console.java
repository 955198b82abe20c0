package dev.almanac.terminal.console;

import dev.almanac.terminal.text.SafeText;
import java.io.PrintStream;
import tools.jackson.databind.JsonNode;

/** What is said on the two streams: results on the one, all that is about them on the other. */
public final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final int columns;
    private final boolean coloured;
    private final boolean errColoured;

    public Console(Surroundings surroundings, ColourChoice colours) {
        this.out = surroundings.out();
        this.err = surroundings.err();
        this.columns = surroundings.outIsTerminal() ? surroundings.columns() : Integer.MAX_VALUE;
        this.coloured = colours.isColoured(surroundings.outIsTerminal(), surroundings.environment());
        this.errColoured = colours.isColoured(surroundings.errIsTerminal(), surroundings.environment());
    }

    public void table(Table table) {
        table.lines(columns, coloured).forEach(this::write);
    }

    public void line(String text) {
        write(SafeText.of(text));
    }

    public void line(String text, Colour colour) {
        String harmless = SafeText.of(text);
        write(coloured ? colour.on(harmless) : harmless);
    }

    /** One document in one line: a script reads it as it is, and so it is cut nowhere. */
    public void json(JsonNode json) {
        write(json.toString());
    }

    /** Text of this program's own, such as a script for a shell. */
    public void verbatim(String text) {
        out.print(text);
        out.flush();
    }

    /** About what was done, or was not. */
    public void note(String text) {
        err.print(SafeText.of(text) + '\n');
        err.flush();
    }

    public void warning(String text) {
        String harmless = SafeText.of(text);
        err.print((errColoured ? Colour.YELLOW.on(harmless) : harmless) + '\n');
        err.flush();
    }

    public void failure(String text) {
        String harmless = "almanac: " + SafeText.of(text);
        err.print((errColoured ? Colour.RED.on(harmless) : harmless) + '\n');
        err.flush();
    }

    /** Whether nobody reads any more, as after {@code | head}. */
    public boolean isBroken() {
        return out.checkError();
    }

    private void write(String line) {
        out.print(line + '\n');
        out.flush();
    }
}
