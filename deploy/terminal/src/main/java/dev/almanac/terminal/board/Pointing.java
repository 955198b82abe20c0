package dev.almanac.terminal.board;

import dev.almanac.terminal.board.Overlay.None;
import dev.almanac.terminal.calendar.Item;
import dev.almanac.terminal.calendar.Kind;
import dev.almanac.terminal.calendar.Spoken;
import dev.almanac.terminal.screen.Input.Gesture;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/** What the mouse does: a click chooses, the wheel walks, and an item that is dragged is moved once that was confirmed. */
final class Pointing {
    private static final int WHEEL_ROWS = 3;

    private Pointing() {}

    static Step take(Board board, Gesture gesture, Target target) {
        if (board.dialog().isPresent()) {
            return Step.to(gesture == Gesture.DOWN ? focused(board, target) : board);
        }
        if (!(board.overlay() instanceof None)) {
            return Step.to(gesture == Gesture.DOWN ? board.uncovered() : board);
        }
        return switch (gesture) {
            case DOWN -> pressed(board, target);
            case DRAG -> Step.to(carried(board, target));
            case UP -> dropped(board, target);
            case WHEEL_UP -> Step.to(walked(board, -1));
            case WHEEL_DOWN -> Step.to(walked(board, 1));
        };
    }

    private static Board focused(Board board, Target target) {
        return board.dialog()
                .filter(_ -> target.row().isPresent())
                .map(dialog -> board.under(
                        dialog.with(dialog.form().focusedOn(target.row().getAsInt()))))
                .orElse(board);
    }

    private static Step pressed(Board board, Target target) {
        Place place = board.place();
        if (target.row().isPresent()) {
            return board.known()
                    .explained()
                    .map(conflict ->
                            Walk.suggested(board, conflict, target.row().getAsInt()))
                    .orElseGet(() -> Step.to(board.onRow(target.row().getAsInt())));
        }
        Place there = target.date().map(place::on).orElse(place);
        Place then = target.time().map(there::at).orElse(there);
        Place chosen = target.itemId().map(then::choosing).orElse(then);
        return Step.to(board.at(chosen).holding(new Held(target.itemId().orElse(""), false)));
    }

    private static Board carried(Board board, Target target) {
        Board carrying = board.holding(board.held().carried());
        return held(board)
                .flatMap(item -> destination(board, item, target).map(to -> said(item, to)))
                .map(text -> carrying.with(Note.said(text)))
                .orElse(carrying);
    }

    private static String said(Item item, LocalDateTime to) {
        return item.title() + " to " + Spoken.shortDay(to.toLocalDate()) + " " + to.toLocalTime();
    }

    private static Step dropped(Board board, Target target) {
        Board released = board.holding(Held.NOTHING);
        return held(board)
                .filter(_ -> board.held().dragged())
                .flatMap(item ->
                        destination(board, item, target).map(to -> Acts.move(released.with(Note.NOTHING), item, to)))
                .orElseGet(() -> Step.to(released));
    }

    private static Optional<Item> held(Board board) {
        return board.known().diary().find(board.held().itemId());
    }

    /** Empty where it stays where it is. Minutes are kept, as the rows are of hours. */
    private static Optional<LocalDateTime> destination(Board board, Item item, Target target) {
        LocalDateTime now = item.startIn(board.zone()).toLocalDateTime();
        LocalDate date = target.date().orElse(now.toLocalDate());
        LocalTime time =
                target.time().map(hour -> hour.withMinute(now.getMinute())).orElse(now.toLocalTime());
        LocalDateTime then = date.atTime(time);
        boolean onItself = target.itemId().filter(item.id()::equals).isPresent();
        return onItself || then.equals(now) || item.kind() == Kind.PROVIDED_ENTRY
                ? Optional.empty()
                : Optional.of(then);
    }

    private static Board walked(Board board, int direction) {
        return switch (board.place().view()) {
            case MONTH -> board.at(board.place().on(board.place().date().plusMonths(direction)));
            case CONFLICTS -> board.onRow(board.row() + direction);
            default -> Walk.chooseNext(board, direction * WHEEL_ROWS);
        };
    }
}
