package dev.almanac.terminal.board;

import dev.almanac.terminal.calendar.Command;
import dev.almanac.terminal.calendar.Question;

/** What is to be done outside. */
public sealed interface Effect {

    record Ask(Question question) implements Effect {}

    record Foresee(Command command) implements Effect {}

    record Send(Command command) implements Effect {}

    record Redraw() implements Effect {}

    record Leave() implements Effect {}
}
