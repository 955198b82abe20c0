package dev.almanac.terminal.board;

import dev.almanac.terminal.board.Effect.Ask;
import dev.almanac.terminal.calendar.Question;
import java.util.ArrayList;
import java.util.List;

/** What a message makes of a board. */
public final class Update {
    private Update() {}

    /** Everything is asked for that is shown. */
    public static Step begin(Board board) {
        return asking(board, Needs.allOf(board), List.of());
    }

    public static Step of(Board board, Message message) {
        Step step = changed(board, message);
        List<Question> missing = new ArrayList<>(Needs.of(step.board()));
        missing.removeAll(Needs.of(board));
        return missing.isEmpty() ? step : asking(step.board(), missing, step.effects());
    }

    private static Step changed(Board board, Message message) {
        return switch (message) {
            case Message.Acted(var input) ->
                board.dialog()
                        .map(dialog -> Dialogs.take(board, dialog, input))
                        .orElseGet(() -> Keys.take(board, input));
            case Message.PointedAt(var gesture, var target) -> Pointing.take(board, gesture, target);
            case Message.Told(var question, var answer) -> Answers.told(board, question, answer);
            case Message.Untold(var question, var failure) -> Answers.untold(board, question, failure);
            case Message.Foreseen(var command, var forecast) -> Answers.foreseen(board, command, forecast);
            case Message.Done(var command) -> again(Answers.done(board, command));
            case Message.NotDone(var command, var failure) -> Answers.notDone(board, command, failure);
            case Message.Changed() -> again(board);
            case Message.LinkIs(var link) -> linked(board, link);
            case Message.Delayed(var failure) -> Step.to(board.with(Note.refused(failure.sentence())));
            case Message.Resized() -> Step.to(board, new Effect.Redraw());
            case Message.TodayIs(var date) -> Step.to(board.on(date));
        };
    }

    /** While there was no link, anything may have happened. */
    private static Step linked(Board board, Link link) {
        boolean isBack = link == Link.LIVE && board.link() != Link.LIVE;
        return isBack ? again(board.with(link)) : Step.to(board.with(link));
    }

    private static Step again(Board board) {
        return asking(board, Needs.allOf(board), List.of());
    }

    private static Step asking(Board board, List<Question> questions, List<Effect> before) {
        List<Effect> effects = new ArrayList<>(before);
        Board asking = board;
        for (Question question : questions) {
            asking = asking.asking(question);
            effects.add(new Ask(question));
        }
        return new Step(asking, effects);
    }
}
