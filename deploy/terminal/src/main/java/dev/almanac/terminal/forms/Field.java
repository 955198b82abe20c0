package dev.almanac.terminal.forms;

import dev.almanac.terminal.screen.Input;
import java.util.Optional;

/** One line of a form. */
public sealed interface Field permits TextField, DateField, TimeField, ChoiceField, TickField {
    String label();

    /** As it is now. */
    String shown();

    /** How it is changed, for the line below. */
    String hint();

    /** Empty for what it does not take: that may mean something to the form. */
    Optional<Field> take(Input input);
}
