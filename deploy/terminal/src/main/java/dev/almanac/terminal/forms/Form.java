package dev.almanac.terminal.forms;

import dev.almanac.terminal.screen.Input;
import dev.almanac.terminal.screen.Input.Pressed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fields, of which keys change the one that has the focus.
 *
 * @param says above the fields
 * @param action what Enter does, as a verb
 */
public record Form(String title, List<String> says, List<Field> fields, int focus, String action) {

    public Form {
        says = List.copyOf(says);
        fields = List.copyOf(fields);
    }

    public static Form of(String title, List<String> says, List<Field> fields, String action) {
        return new Form(title, says, fields, 0, action);
    }

    public Optional<Field> focused() {
        return fields.isEmpty() ? Optional.empty() : Optional.of(fields.get(focus));
    }

    public Form take(Input input) {
        return focused()
                .flatMap(field -> field.take(input))
                .map(this::withFocused)
                .orElseGet(() -> walked(input));
    }

    public Form focusedOn(int index) {
        return fields.isEmpty() ? this : new Form(title, says, fields, Math.floorMod(index, fields.size()), action);
    }

    public Form plus(Field field) {
        List<Field> more = new ArrayList<>(fields);
        more.add(field);
        return new Form(title, says, more, focus, action);
    }

    /** What was typed into the field of this label; empty where there is none. */
    public String text(String label) {
        return fields.stream()
                .filter(field -> field.label().equals(label))
                .map(field -> field.shown().strip())
                .findFirst()
                .orElse("");
    }

    private Form walked(Input input) {
        return input instanceof Pressed(var key)
                ? switch (key) {
                    case TAB, DOWN -> focusedOn(focus + 1);
                    case BACK_TAB, UP -> focusedOn(focus - 1);
                    default -> this;
                }
                : this;
    }

    private Form withFocused(Field field) {
        List<Field> changed = new ArrayList<>(fields);
        changed.set(focus, field);
        return new Form(title, says, changed, focus, action);
    }
}
