package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.Calendar;
import dev.almanac.terminal.api.Conflict;
import dev.almanac.terminal.api.ConflictSearch;
import dev.almanac.terminal.api.Listing;
import dev.almanac.terminal.console.Cell;
import dev.almanac.terminal.console.Colour;
import dev.almanac.terminal.console.ExitCode;
import dev.almanac.terminal.console.Surroundings;
import dev.almanac.terminal.console.Table;
import dev.almanac.terminal.times.Clocks;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "conflicts",
        description = "Lists events in each other's way, explains one of them, or settles it.",
        subcommands = {ConflictDecisions.Apply.class, ConflictDecisions.Resolve.class, ConflictDecisions.Dismiss.class})
public final class ConflictsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private WindowOptions window = new WindowOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "CONFLICT",
            description = "Only this one, by its id: why it is one, and what would help.")
    private @Nullable String id;

    @Option(names = "--calendar", paramLabel = "CALENDAR", description = "On this calendar, by name or id.")
    private @Nullable String calendar;

    @Option(names = "--level", paramLabel = "LEVEL", description = "MINOR, MODERATE, SEVERE or CRITICAL.")
    private @Nullable String level;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "DETECTED, UNDER_REVIEW, RESOLVED, ESCALATED or DISMISSED.")
    private @Nullable String status;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many; ${DEFAULT-VALUE} if not said.")
    private int limit = 200;

    public ConflictsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Session session = connection.session(surroundings);
        if (id != null) {
            Conflict conflict = session.api().conflicts().get(id);
            session.answer(conflict, () -> explain(session, conflict));
            return ExitCode.DONE.number();
        }
        Optional<Calendar> named =
                Optional.ofNullable(calendar).map(session.api().calendars()::named);
        ConflictSearch search = new ConflictSearch(
                named.map(Calendar::id).orElse(null),
                Words.upper(level),
                Words.upper(status),
                window.from(session),
                window.till(session));
        Listing<Conflict> conflicts = session.api().conflicts().list(search, limit);
        Clocks clocks = new Clocks(session.zoneOr(named.map(Calendar::zone).orElseGet(session::zone)));
        session.list(conflicts, table(conflicts, clocks), "nothing is in the way of anything");
        return ExitCode.DONE.number();
    }

    private static Table table(Listing<Conflict> conflicts, Clocks clocks) {
        Table table = new Table(clocks.named("OVERLAP"), "WHAT", "LEVEL", "STATUS", "CONFLICT");
        conflicts
                .items()
                .forEach(one -> table.row(
                        Cell.of(clocks.span(one.overlapStart(), one.overlapEnd())),
                        Cell.of(Words.lower(one.type())),
                        Cell.of(Words.lower(one.level()), one.isOpen() ? Colour.RED : Colour.PLAIN),
                        Cell.of(Words.lower(one.status())),
                        Cell.of(one.id(), Colour.FAINT)));
        return table;
    }

    private static void explain(Session session, Conflict conflict) {
        Clocks clocks = session.clocks();
        session.console().line(Titles.of(conflict), Colour.BOLD);
        session.console()
                .line("  " + Words.lower(conflict.type()) + ", " + Words.lower(conflict.level()) + ", "
                        + Words.lower(conflict.status()) + ", "
                        + clocks.span(conflict.overlapStart(), conflict.overlapEnd()) + " (" + clocks.zone() + ")");
        if (conflict.explanation() != null) {
            session.console().line("  " + conflict.explanation());
        }
        for (int index = 0; index < conflict.suggestions().size(); index++) {
            session.console()
                    .line("  " + (index + 1) + ". "
                            + Suggestions.line(conflict.suggestions().get(index), clocks));
        }
        if (!conflict.suggestions().isEmpty()) {
            session.console().line("  almanac conflicts apply " + conflict.id() + " NUMBER does one of these");
        }
    }
}
