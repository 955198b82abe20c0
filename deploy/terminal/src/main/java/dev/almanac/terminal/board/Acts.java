package dev.almanac.terminal.board;

import dev.almanac.terminal.calendar.Item;
import dev.almanac.terminal.calendar.Kind;
import dev.almanac.terminal.forms.BookDialog;
import dev.almanac.terminal.forms.Confirmation;
import dev.almanac.terminal.forms.MoveDialog;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What is done with what is chosen. Whether the user may is the services' business: they are asked and say so. */
final class Acts {
    private static final String PAUSED = "PAUSED";

    private Acts() {}

    static Step take(Board board, String letter) {
        return switch (letter) {
            case "n" -> book(board);
            case "r" ->
                with(
                        board,
                        "move",
                        item -> item.kind() != Kind.PROVIDED_ENTRY,
                        item -> move(board, item, now(board, item)));
            case "x" ->
                with(
                        board,
                        "remove",
                        item -> item.kind() == Kind.BOOKING,
                        item -> Step.to(board.under(Confirmation.ofRemoval(item, board.zone()))));
            case "p" ->
                with(
                        board,
                        "pause",
                        item -> item.kind().isRun(),
                        item -> Step.to(board.under(
                                item.status().equals(PAUSED)
                                        ? Confirmation.ofResumption(item)
                                        : Confirmation.ofPause(item))));
            case "R" ->
                with(
                        board,
                        "run now",
                        item -> item.kind().isRun(),
                        item -> Step.to(board.under(Confirmation.ofRunNow(item))));
            case "a" -> approve(board);
            default -> Step.to(board);
        };
    }

    static Step move(Board board, Item item, LocalDateTime to) {
        return Dialogs.open(board, MoveDialog.of(item, to, board.zone(), board.today()));
    }

    private static Step book(Board board) {
        Place place = board.place();
        if (board.known().lanes().stream().allMatch(lane -> lane.queue())) {
            return Step.to(board.with(Note.said("There is no calendar that you see to book on.")));
        }
        String calendarId = Optional.of(board.filter().calendarIds())
                .filter(ids -> !ids.isEmpty())
                .map(ids -> ids.iterator().next())
                .or(() -> board.chosen().map(Item::calendarId))
                .orElse("");
        return Dialogs.open(
                board,
                BookDialog.of(
                        board.known().lanes(),
                        calendarId,
                        place.date().atTime(place.time()),
                        place.zone(),
                        board.today()));
    }

    /** Where none is chosen, all that wait are shown. */
    private static Step approve(Board board) {
        return board.chosen()
                .filter(item -> item.kind() == Kind.MISSED_RUN)
                .map(item -> Step.to(board.under(Confirmation.ofApproval(item))))
                .orElseGet(() -> Step.to(board.at(board.place().in(View.MISSED).choosing(""))));
    }

    private static LocalDateTime now(Board board, Item item) {
        return item.startIn(board.zone()).toLocalDateTime();
    }

    private static Step with(Board board, String verb, Predicate<Item> possible, Function<Item, Step> act) {
        Optional<Item> chosen = board.chosen();
        if (chosen.isEmpty()) {
            return Step.to(board.with(Note.said("Nothing is chosen to " + verb + ": Tab chooses.")));
        }
        return chosen.filter(possible)
                .map(act)
                .orElseGet(() -> Step.to(
                        board.with(Note.said("This " + chosen.get().kind().word() + " is nothing to " + verb + "."))));
    }
}
