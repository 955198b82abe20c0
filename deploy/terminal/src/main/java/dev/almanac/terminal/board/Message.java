package dev.almanac.terminal.board;

import dev.almanac.terminal.calendar.Answer;
import dev.almanac.terminal.calendar.Command;
import dev.almanac.terminal.calendar.Forecast;
import dev.almanac.terminal.calendar.Question;
import dev.almanac.terminal.screen.Input;
import dev.almanac.terminal.screen.Input.Gesture;
import java.time.LocalDate;

/** What happens to a board. */
public sealed interface Message {

    /** By keys. */
    record Acted(Input input) implements Message {}

    /** With the mouse. */
    record PointedAt(Gesture gesture, Target target) implements Message {}

    record Told(Question question, Answer answer) implements Message {}

    record Untold(Question question, Failure failure) implements Message {}

    /** Nobody answered; it is tried again. */
    record Delayed(Failure failure) implements Message {}

    record Foreseen(Command command, Forecast forecast) implements Message {}

    record Done(Command command) implements Message {}

    record NotDone(Command command, Failure failure) implements Message {}

    /** Somebody, perhaps the user, has changed something. */
    record Changed() implements Message {}

    record LinkIs(Link link) implements Message {}

    record Resized() implements Message {}

    record TodayIs(LocalDate date) implements Message {}
}
