package dev.almanac.terminal.forms;

import dev.almanac.terminal.screen.Input;
import dev.almanac.terminal.screen.Input.Pasted;
import dev.almanac.terminal.screen.Input.Pressed;
import dev.almanac.terminal.screen.Input.Typed;
import java.util.Optional;

/** Words, typed and deleted at the end. */
public record TextField(String label, String text, String hint) implements Field {
    /** As much as the API takes of a reason. */
    private static final int LENGTH_MAX = 256;

    @Override
    public String shown() {
        return text;
    }

    @Override
    public Optional<Field> take(Input input) {
        return switch (input) {
            case Typed(var typed) -> Optional.of(with(text + typed));
            case Pasted(var pasted) -> Optional.of(with(text + pasted));
            case Pressed(var key) ->
                switch (key) {
                    case BACKSPACE -> Optional.of(with(withoutLast(text)));
                    case DELETE -> Optional.of(with(""));
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }

    private TextField with(String changed) {
        return new TextField(label, changed.length() > LENGTH_MAX ? text : changed, hint);
    }

    static String withoutLast(String text) {
        return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(text.length(), -1));
    }
}
