package dev.almanac.terminal.board;

import dev.almanac.terminal.board.Effect.Ask;
import dev.almanac.terminal.board.Effect.Leave;
import dev.almanac.terminal.board.Effect.Redraw;
import dev.almanac.terminal.board.Overlay.Details;
import dev.almanac.terminal.board.Overlay.Help;
import dev.almanac.terminal.board.Overlay.None;
import dev.almanac.terminal.calendar.Question.LastUndoable;
import dev.almanac.terminal.forms.FilterDialog;
import dev.almanac.terminal.forms.JumpDialog;
import dev.almanac.terminal.forms.SearchDialog;
import dev.almanac.terminal.screen.Input;
import dev.almanac.terminal.screen.Input.Ended;
import dev.almanac.terminal.screen.Input.Pressed;
import dev.almanac.terminal.screen.Input.Typed;
import dev.almanac.terminal.screen.Key;

/** What keys do while no form is open. */
final class Keys {
    private Keys() {}

    static Step take(Board board, Input input) {
        if (input instanceof Ended || input.equals(new Pressed(Key.LEAVE))) {
            return Step.to(board, new Leave());
        }
        if (!(board.overlay() instanceof None)) {
            // Any key closes what is only read.
            return Step.to(board.uncovered());
        }
        Board quiet = board.with(Note.NOTHING);
        return switch (input) {
            case Typed(var letter) -> letter(quiet, letter);
            case Pressed(var key) -> pressed(quiet, key);
            default -> Step.to(board);
        };
    }

    /** From results and conflicts back to time. */
    static Place ofTime(Place place) {
        return place.view().isOfTime() ? place : place.in(View.DAY);
    }

    private static Step letter(Board board, String letter) {
        Place place = board.place();
        return switch (letter) {
            case "q" -> Step.to(board, new Leave());
            case "?" -> Step.to(board.under(new Help()));
            case "m" -> in(board, View.MONTH);
            case "w" -> in(board, View.WEEK);
            case "d" -> in(board, View.DAY);
            case "l" -> in(board, View.LIST);
            case "c" -> Step.to(board.with(board.known().unexplained()).at(place.in(View.CONFLICTS)));
            case "t" -> Step.to(board.at(ofTime(place).on(board.today())));
            case "g" -> Step.to(board.under(JumpDialog.from(place.date(), board.today())));
            case "/" -> Step.to(board.under(SearchDialog.of(board.words())));
            case "f" -> Step.to(board.under(FilterDialog.of(board.known().lanes(), board.filter())));
            case "u" -> Step.to(board.asking(new LastUndoable()), new Ask(new LastUndoable()));
            case "n", "r", "x", "p", "R", "a" -> Acts.take(board, letter);
            default -> Walk.letter(board, letter);
        };
    }

    private static Step in(Board board, View view) {
        return Step.to(Walk.arrived(board.at(board.place().in(view))));
    }

    private static Step pressed(Board board, Key key) {
        return switch (key) {
            case REDRAW -> Step.to(board, new Redraw());
            case ESCAPE -> Step.to(Walk.back(board));
            case ENTER -> Walk.entered(board);
            default -> Step.to(Walk.key(board, key));
        };
    }

    static Board detailed(Board board) {
        return board.chosen().map(item -> board.under(new Details(item))).orElse(board);
    }
}
