package dev.almanac.terminal.forms;

import dev.almanac.terminal.screen.Input;
import dev.almanac.terminal.screen.Input.Typed;
import java.util.Optional;

/** Yes or no. */
public record TickField(String label, boolean ticked) implements Field {

    @Override
    public String shown() {
        return ticked ? "[x]" : "[ ]";
    }

    @Override
    public String hint() {
        return "space: show or hide";
    }

    @Override
    public Optional<Field> take(Input input) {
        return input.equals(new Typed(" ")) ? Optional.of(new TickField(label, !ticked)) : Optional.empty();
    }
}
