package dev.almanac.terminal.board;

import dev.almanac.terminal.board.Effect.Foresee;
import dev.almanac.terminal.board.Effect.Send;
import dev.almanac.terminal.calendar.Command;
import dev.almanac.terminal.calendar.Forecast;
import dev.almanac.terminal.forms.Confirmation;
import dev.almanac.terminal.forms.Dialog;
import dev.almanac.terminal.forms.FilterDialog;
import dev.almanac.terminal.forms.Foreseeing;
import dev.almanac.terminal.forms.Foresight;
import dev.almanac.terminal.forms.Form;
import dev.almanac.terminal.forms.JumpDialog;
import dev.almanac.terminal.forms.SearchDialog;
import dev.almanac.terminal.forms.TextField;
import dev.almanac.terminal.screen.Input;
import dev.almanac.terminal.screen.Input.Pressed;
import dev.almanac.terminal.screen.Key;
import java.util.Optional;

/** What keys do while a form is open. */
final class Dialogs {
    private static final String OVERRIDE = "Override";

    private Dialogs() {}

    /** Open, with what its command would come to if nothing more is filled in. */
    static Step open(Board board, Dialog dialog) {
        return dialog instanceof Foreseeing foreseeing
                ? foreseeing
                        .command()
                        .map(command -> asking(board, foreseeing, command))
                        .orElseGet(() -> Step.to(board.under(dialog)))
                : Step.to(board.under(dialog));
    }

    static Step take(Board board, Dialog dialog, Input input) {
        if (input instanceof Pressed(var key) && (key == Key.ESCAPE || key == Key.LEAVE)) {
            return Step.to(board.uncovered().with(Note.NOTHING));
        }
        if (input.equals(new Pressed(Key.ENTER))) {
            return submitted(board, dialog);
        }
        return changed(board, dialog, dialog.with(dialog.form().take(input)));
    }

    static Optional<Command> command(Dialog dialog) {
        return switch (dialog) {
            case Foreseeing foreseeing -> foreseeing.command();
            case Confirmation confirmation -> Optional.of(confirmation.command());
            case JumpDialog _, SearchDialog _, FilterDialog _ -> Optional.empty();
        };
    }

    /** A refusal that a manager may override asks for the reason. */
    static Dialog told(Foreseeing dialog, Command command, Forecast forecast) {
        Foreseeing told = dialog.with(dialog.foresight().told(command, forecast));
        return told.foresight().isRefused() ? overridable(told) : told;
    }

    static Dialog overridable(Dialog dialog) {
        Form form = dialog.form();
        boolean asksAlready =
                form.fields().stream().anyMatch(field -> field.label().equals(OVERRIDE));
        return asksAlready || !(dialog instanceof Foreseeing)
                ? dialog
                : dialog.with(form.plus(new TextField(OVERRIDE, "", "a manager's reason to do it all the same")));
    }

    private static Step changed(Board board, Dialog before, Dialog after) {
        if (after instanceof Foreseeing foreseeing && !command(after).equals(command(before))) {
            return foreseeing
                    .command()
                    .map(command -> asking(board, foreseeing, command))
                    .orElseGet(() -> Step.to(board.under(foreseeing.with(Foresight.NONE))));
        }
        return Step.to(board.under(after));
    }

    private static Step asking(Board board, Foreseeing dialog, Command command) {
        return Step.to(board.under(dialog.with(Foresight.asking(command))), new Foresee(command));
    }

    private static Step submitted(Board board, Dialog dialog) {
        return switch (dialog) {
            case Foreseeing foreseeing -> foreseen(board, foreseeing);
            case Confirmation confirmation -> sent(board, confirmation.command());
            case JumpDialog jump ->
                Step.to(board.uncovered().at(Keys.ofTime(board.place()).on(jump.date())));
            case FilterDialog filtering -> Step.to(board.uncovered().with(filtering.filter()));
            case SearchDialog search ->
                search.words().isEmpty()
                        ? Step.to(board.uncovered())
                        : Step.to(board.uncovered()
                                .searching(search.words())
                                .at(board.place().in(View.FOUND).choosing("")));
        };
    }

    /** Nothing is sent before it was said what it would come to. */
    private static Step foreseen(Board board, Foreseeing dialog) {
        Foresight foresight = dialog.foresight();
        if (dialog.command().isEmpty()) {
            return Step.to(board.with(Note.said("Something is still missing or not understood.")));
        }
        if (foresight.isAsking()) {
            return Step.to(board.with(Note.said("What it would do is still being found out.")));
        }
        if (foresight.isRefused()) {
            return Step.to(
                    board.with(Note.refused("It would be refused: choose another time, or say why all the same.")));
        }
        return sent(board, dialog.command().orElseThrow());
    }

    private static Step sent(Board board, Command command) {
        return board.sending() > 0 ? Step.to(board) : Step.to(board.sending(1), new Send(command));
    }
}
