package dev.almanac.terminal.board;

import dev.almanac.terminal.calendar.Answer;
import dev.almanac.terminal.calendar.Answer.Last;
import dev.almanac.terminal.calendar.Command;
import dev.almanac.terminal.calendar.Forecast;
import dev.almanac.terminal.calendar.Question;
import dev.almanac.terminal.forms.Confirmation;
import dev.almanac.terminal.forms.Foreseeing;

/** What the services say. */
final class Answers {
    private Answers() {}

    /** What was asked before somebody looked elsewhere is told too late. */
    static Step told(Board board, Question question, Answer answer) {
        if (!board.asked().contains(question)) {
            return Step.to(board);
        }
        Board told = board.answered(question).with(board.known().told(question, answer));
        return Step.to(
                answer instanceof Last(var change)
                        ? change.map(last -> told.under(Confirmation.ofUndo(last, board.zone())))
                                .orElseGet(() -> told.with(Note.said("There is nothing to undo.")))
                        : Walk.arrived(told).onRow(told.row()));
    }

    static Step untold(Board board, Question question, Failure failure) {
        return Step.to(board.answered(question).with(Note.refused(failure.sentence())));
    }

    static Step foreseen(Board board, Command command, Forecast forecast) {
        return Step.to(board.dialog()
                .filter(Foreseeing.class::isInstance)
                .map(Foreseeing.class::cast)
                .map(dialog -> board.under(Dialogs.told(dialog, command, forecast)))
                .orElse(board));
    }

    static Board done(Board board, Command command) {
        Board sent = board.sending(-1).with(Note.done(command.done() + undoable(command)));
        return ofCommand(board, command) ? sent.uncovered() : sent;
    }

    /** The form stays, so that nothing has to be typed again. */
    static Step notDone(Board board, Command command, Failure failure) {
        Board sent = board.sending(-1).with(Note.refused(failure.sentence()));
        return Step.to(board.dialog()
                .filter(_ -> failure.overridable() && ofCommand(board, command))
                .map(dialog -> sent.under(Dialogs.overridable(dialog)))
                .orElse(sent));
    }

    private static String undoable(Command command) {
        return switch (command) {
            case Command.BookEvent _, Command.RescheduleEvent _, Command.RemoveEvent _, Command.ApplySuggestion _ ->
                " (u undoes)";
            default -> "";
        };
    }

    private static boolean ofCommand(Board board, Command command) {
        return board.dialog().flatMap(Dialogs::command).filter(command::equals).isPresent();
    }
}
