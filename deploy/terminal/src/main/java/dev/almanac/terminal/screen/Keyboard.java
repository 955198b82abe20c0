package dev.almanac.terminal.screen;

import dev.almanac.terminal.screen.Input.Ended;
import dev.almanac.terminal.screen.Input.Pasted;
import dev.almanac.terminal.screen.Input.Pressed;
import dev.almanac.terminal.screen.Input.Typed;
import dev.almanac.terminal.text.Columns;
import java.io.IOException;
import java.util.Optional;

/** Makes inputs of the characters that a terminal sends, in the sequences of xterm and its like. */
public final class Keyboard {
    private static final int ESC = 0x1B;
    /** By then the rest of a sequence has come, also over a slow connection; an escape alone is a key of its own. */
    private static final long REST_OF_SEQUENCE_MILLIS = 60;

    private static final int SEQUENCE_MAX = 32;
    private static final int PASTED_MAX = 4_096;
    private static final String PASTE_ENDS = "\u001b[201~";

    /** Characters, one by one. */
    @FunctionalInterface
    public interface Characters {
        int ENDED = -1;
        int NOTHING_YET = -2;

        /** The next one, in so many milliseconds; zero waits for as long as it takes. */
        int next(long timeoutMillis) throws IOException;
    }

    private final Characters characters;
    private int heldBack = Characters.NOTHING_YET;

    public Keyboard(Characters characters) {
        this.characters = characters;
    }

    /** Waits; empty for what means nothing here. */
    public Optional<Input> next() throws IOException {
        int first = heldBack == Characters.NOTHING_YET ? characters.next(0) : heldBack;
        heldBack = Characters.NOTHING_YET;
        return switch (first) {
            case Characters.ENDED -> Optional.of(new Ended());
            case Characters.NOTHING_YET -> Optional.empty();
            case ESC -> afterEscape();
            case '\r', '\n' -> pressed(Key.ENTER);
            case '\t' -> pressed(Key.TAB);
            case 0x7F, '\b' -> pressed(Key.BACKSPACE);
            case 0x03, 0x04 -> pressed(Key.LEAVE);
            case 0x0C -> pressed(Key.REDRAW);
            default -> first < ' ' ? Optional.empty() : Optional.of(new Typed(character(first)));
        };
    }

    private String character(int first) throws IOException {
        if (!Character.isHighSurrogate((char) first)) {
            return Character.toString(first);
        }
        int second = characters.next(REST_OF_SEQUENCE_MILLIS);
        return second < 0 ? "" : new String(new char[] {(char) first, (char) second});
    }

    private Optional<Input> afterEscape() throws IOException {
        int next = characters.next(REST_OF_SEQUENCE_MILLIS);
        return switch (next) {
            case Characters.NOTHING_YET, Characters.ENDED, ESC -> pressed(Key.ESCAPE);
            case '[' -> sequence();
            case 'O' ->
                Sequences.key("" + (char) characters.next(REST_OF_SEQUENCE_MILLIS))
                        .map(Pressed::new);
            // Somebody types fast, or holds Alt.
            default -> {
                heldBack = next;
                yield pressed(Key.ESCAPE);
            }
        };
    }

    private Optional<Input> sequence() throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.length() < SEQUENCE_MAX) {
            int next = characters.next(REST_OF_SEQUENCE_MILLIS);
            if (next < 0) {
                return Optional.empty();
            }
            read.append((char) next);
            if (next >= '@' && next <= '~') {
                return read.toString().equals("200~") ? pasted() : Sequences.input(read.toString());
            }
        }
        return Optional.empty();
    }

    private Optional<Input> pasted() throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.length() < PASTED_MAX) {
            int next = characters.next(REST_OF_SEQUENCE_MILLIS);
            if (next < 0) {
                break;
            }
            text.append((char) next);
            if (text.indexOf(PASTE_ENDS, Math.max(0, text.length() - PASTE_ENDS.length())) >= 0) {
                text.setLength(text.length() - PASTE_ENDS.length());
                break;
            }
        }
        return Optional.of(new Pasted(Columns.harmless(text.toString().replaceAll("\\s+", " "))));
    }

    private static Optional<Input> pressed(Key key) {
        return Optional.of(new Pressed(key));
    }
}
