package dev.almanac.terminal.board;

import dev.almanac.terminal.board.Effect.Ask;
import dev.almanac.terminal.calendar.Conflict;
import dev.almanac.terminal.calendar.Item;
import dev.almanac.terminal.calendar.Question.ConflictOf;
import dev.almanac.terminal.calendar.Weeks;
import dev.almanac.terminal.forms.Confirmation;
import dev.almanac.terminal.screen.Key;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** From day to day and from item to item. */
final class Walk {
    private static final int PAGE_ROWS = 10;

    private Walk() {}

    static Board key(Board board, Key key) {
        return switch (board.place().view()) {
            case MONTH -> inMonth(board, key);
            case WEEK, DAY -> byDays(board, key);
            case LIST, FOUND, MISSED -> inList(board, key);
            case CONFLICTS -> amongConflicts(board, key);
        };
    }

    static Board back(Board board) {
        if (board.place().view() == View.CONFLICTS && board.known().explained().isPresent()) {
            return board.with(board.known().unexplained());
        }
        return switch (board.place().view()) {
            case MONTH, WEEK, LIST -> board.at(board.place().choosing(""));
            case DAY -> board.at(board.place().in(View.MONTH));
            case FOUND, MISSED, CONFLICTS -> board.at(board.place().in(View.DAY));
        };
    }

    static Step entered(Board board) {
        return switch (board.place().view()) {
            case MONTH ->
                board.chosen().isPresent()
                        ? Step.to(Keys.detailed(board))
                        : Step.to(arrived(board.at(board.place().in(View.DAY))));
            case WEEK, DAY, LIST, MISSED -> Step.to(Keys.detailed(board));
            case FOUND ->
                Step.to(board.chosen().map(item -> board.at(shown(board, item))).orElse(board));
            case CONFLICTS -> explained(board);
        };
    }

    /** Numbers choose a way out of a conflict. */
    static Step letter(Board board, String letter) {
        Optional<Conflict> conflict = board.known().explained();
        if (board.place().view() != View.CONFLICTS || conflict.isEmpty() || !letter.matches("[1-9]")) {
            return Step.to(board);
        }
        int index = Integer.parseInt(letter) - 1;
        return suggested(board, conflict.get(), index);
    }

    static Step suggested(Board board, Conflict conflict, int index) {
        return index < conflict.suggestions().size()
                ? Step.to(board.under(Confirmation.ofSuggestion(
                        conflict, conflict.suggestions().get(index))))
                : Step.to(board);
    }

    static Board chooseNext(Board board, int steps) {
        List<Item> items = board.listed();
        if (items.isEmpty()) {
            return board;
        }
        int now = IntStream.range(0, items.size())
                .filter(index -> items.get(index).id().equals(board.place().itemId()))
                .findFirst()
                .orElse(steps > 0 ? -1 : items.size());
        int next = Math.clamp((long) now + steps, 0, items.size() - 1);
        return board.at(board.place().choosing(items.get(next).id()));
    }

    /** In a list something is always chosen, if there is anything. */
    static Board arrived(Board board) {
        return board.place().view() != View.MONTH && board.chosen().isEmpty() ? chooseNext(board, 1) : board;
    }

    private static Place shown(Board board, Item item) {
        LocalDate date = item.startIn(board.zone()).toLocalDate();
        return board.place().in(View.DAY).on(date).choosing(item.id());
    }

    private static Step explained(Board board) {
        List<Conflict> conflicts = board.known().conflicts();
        if (conflicts.isEmpty() || board.known().explained().isPresent()) {
            return Step.to(board);
        }
        ConflictOf question = new ConflictOf(conflicts.get(board.row()).id(), board.zone());
        return Step.to(board.asking(question), new Ask(question));
    }

    private static Board inMonth(Board board, Key key) {
        LocalDate date = board.place().date();
        return switch (key) {
            case LEFT -> to(board, date.minusDays(1));
            case RIGHT -> to(board, date.plusDays(1));
            case UP -> to(board, date.minusWeeks(1));
            case DOWN -> to(board, date.plusWeeks(1));
            case PAGE_UP -> to(board, date.minusMonths(1));
            case PAGE_DOWN -> to(board, date.plusMonths(1));
            case HOME -> to(board, Weeks.firstDayOf(date));
            case END -> to(board, Weeks.firstDayOf(date).plusDays(6));
            case TAB -> chooseNext(board, 1);
            case BACK_TAB -> chooseNext(board, -1);
            default -> board;
        };
    }

    private static Board byDays(Board board, Key key) {
        LocalDate date = board.place().date();
        boolean week = board.place().view() == View.WEEK;
        return switch (key) {
            case LEFT -> to(board, date.minusDays(1));
            case RIGHT -> to(board, date.plusDays(1));
            case PAGE_UP -> to(board, week ? date.minusWeeks(1) : date.minusDays(1));
            case PAGE_DOWN -> to(board, week ? date.plusWeeks(1) : date.plusDays(1));
            default -> amongItems(board, key);
        };
    }

    private static Board inList(Board board, Key key) {
        LocalDate date = board.place().date();
        boolean dated = board.place().view() == View.LIST;
        return switch (key) {
            case LEFT -> dated ? to(board, date.minusDays(1)) : board;
            case RIGHT -> dated ? to(board, date.plusDays(1)) : board;
            case PAGE_UP -> chooseNext(board, -PAGE_ROWS);
            case PAGE_DOWN -> chooseNext(board, PAGE_ROWS);
            default -> amongItems(board, key);
        };
    }

    private static Board amongItems(Board board, Key key) {
        return switch (key) {
            case UP, BACK_TAB -> chooseNext(board, -1);
            case DOWN, TAB -> chooseNext(board, 1);
            case HOME -> chooseNext(board, -board.listed().size());
            case END -> chooseNext(board, board.listed().size());
            default -> board;
        };
    }

    private static Board amongConflicts(Board board, Key key) {
        return switch (key) {
            case UP, BACK_TAB -> board.onRow(board.row() - 1);
            case DOWN, TAB -> board.onRow(board.row() + 1);
            case PAGE_UP -> board.onRow(board.row() - PAGE_ROWS);
            case PAGE_DOWN -> board.onRow(board.row() + PAGE_ROWS);
            default -> board;
        };
    }

    private static Board to(Board board, LocalDate date) {
        return arrived(board.at(board.place().on(date)));
    }
}
