package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.AuditEntry;
import dev.almanac.terminal.api.AuditSearch;
import dev.almanac.terminal.api.Calendar;
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

@Command(name = "audit", description = "Lists who did what, when and why, newest first.")
public final class AuditCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private WindowOptions window = new WindowOptions();

    @Option(names = "--actor", paramLabel = "WHO", description = "What they did.")
    private @Nullable String actor;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "Such as EventRescheduled; OverbookingPreventedBySystem for refusals.")
    private @Nullable String type;

    @Option(
            names = "--subject",
            paramLabel = "ID",
            description = "What was done to this event, calendar, rule, conflict or resource.")
    private @Nullable String subject;

    @Option(names = "--calendar", paramLabel = "CALENDAR", description = "On this calendar, by name or id.")
    private @Nullable String calendar;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many; ${DEFAULT-VALUE} if not said.")
    private int limit = 50;

    public AuditCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Session session = connection.session(surroundings);
        Optional<Calendar> named =
                Optional.ofNullable(calendar).map(session.api().calendars()::named);
        AuditSearch search = new AuditSearch(
                actor, type, subject, named.map(Calendar::id).orElse(null), window.from(session), window.till(session));
        Listing<AuditEntry> entries = session.api().audit().list(search, limit);
        Clocks clocks = new Clocks(session.zoneOr(named.map(Calendar::zone).orElseGet(session::zone)));
        session.list(entries, table(entries, clocks), "nothing was done that you may read of");
        return ExitCode.DONE.number();
    }

    private static Table table(Listing<AuditEntry> entries, Clocks clocks) {
        Table table = new Table(clocks.named("WHEN"), "WHO", "WHAT", "OUTCOME", "WHY", "SUBJECT");
        entries.items()
                .forEach(entry -> table.row(
                        Cell.of(clocks.toTheSecond(entry.at())),
                        Cell.of(entry.by()),
                        Cell.of(Words.change(entry.type()), Colour.BOLD),
                        Cell.of(
                                Words.lower(entry.outcome()),
                                entry.outcome().equals("REFUSED") ? Colour.RED : Colour.PLAIN),
                        Cell.of(entry.reason()),
                        Cell.of(entry.subject(), Colour.FAINT)));
        return table;
    }
}
