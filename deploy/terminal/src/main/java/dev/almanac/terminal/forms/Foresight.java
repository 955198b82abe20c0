package dev.almanac.terminal.forms;

import dev.almanac.terminal.calendar.Command;
import dev.almanac.terminal.calendar.Forecast;
import java.util.Optional;

/** What was asked about, and what is known of it. */
public record Foresight(Optional<Command> about, Optional<Forecast> forecast) {
    public static final Foresight NONE = new Foresight(Optional.empty(), Optional.empty());

    public static Foresight asking(Command command) {
        return new Foresight(Optional.of(command), Optional.empty());
    }

    public boolean isAsking() {
        return about.isPresent() && forecast.isEmpty();
    }

    public boolean isRefused() {
        return forecast.filter(known -> known.outcome() == Forecast.Outcome.REFUSED)
                .isPresent();
    }

    /** What is told of something else comes too late. */
    public Foresight told(Command command, Forecast known) {
        return about.filter(command::equals).isPresent() ? new Foresight(about, Optional.of(known)) : this;
    }
}
