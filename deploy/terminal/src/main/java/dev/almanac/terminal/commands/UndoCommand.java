package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.Listing;
import dev.almanac.terminal.api.Undo;
import dev.almanac.terminal.api.UndoableChange;
import dev.almanac.terminal.console.Cell;
import dev.almanac.terminal.console.Colour;
import dev.almanac.terminal.console.ExitCode;
import dev.almanac.terminal.console.Surroundings;
import dev.almanac.terminal.console.Table;
import dev.almanac.terminal.times.Clocks;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "undo", description = "Takes back what you did last, or the change that is named, within five minutes.")
public final class UndoCommand implements Callable<Integer> {
    private static final int LISTED_MAX = 50;

    private final Surroundings surroundings;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(arity = "0..1", paramLabel = "CHANGE", description = "Which change; without, your last.")
    private @Nullable String changeId;

    @Option(names = "--list", description = "Only lists what could be taken back.")
    private boolean list;

    public UndoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Session session = connection.session(surroundings);
        Undo undo = session.api().undo();
        if (list) {
            Listing<UndoableChange> possible = undo.possible(LISTED_MAX);
            session.list(possible, table(possible, session.clocks()), "there is nothing to take back");
            return ExitCode.DONE.number();
        }
        Writing writing = new Writing(session, session.clocks());
        if (changeId != null) {
            return writing.done(undo.undo(changeId), "undone");
        }
        List<UndoableChange> last = undo.possible(1).items();
        if (last.isEmpty()) {
            session.console().failure("there is nothing to take back");
            return ExitCode.NOT_FOUND.number();
        }
        UndoableChange change = last.getFirst();
        return writing.done(undo.undo(change.changeId()), "undone: " + Words.change(change.type()));
    }

    private static Table table(Listing<UndoableChange> changes, Clocks clocks) {
        Table table = new Table(clocks.named("WHEN"), "WHAT", "UNTIL", "CHANGE");
        changes.items()
                .forEach(change -> table.row(
                        Cell.of(clocks.toTheSecond(change.time())),
                        Cell.of(Words.change(change.type()), Colour.BOLD),
                        Cell.of(clocks.toTheSecond(change.undoableUntil())),
                        Cell.of(change.changeId(), Colour.FAINT)));
        return table;
    }
}
