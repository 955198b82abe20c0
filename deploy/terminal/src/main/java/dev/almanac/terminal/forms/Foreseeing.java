package dev.almanac.terminal.forms;

import dev.almanac.terminal.calendar.Command;
import java.util.Optional;

/** A dialog that says what its command would come to, before it is sent. */
public sealed interface Foreseeing extends Dialog permits BookDialog, MoveDialog {

    /** Empty while something is not understood. */
    Optional<Command> command();

    Foresight foresight();

    Foreseeing with(Foresight foresight);

    @Override
    Foreseeing with(Form form);
}
