package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.Calendar;
import dev.almanac.terminal.api.Listing;
import dev.almanac.terminal.console.Cell;
import dev.almanac.terminal.console.Colour;
import dev.almanac.terminal.console.Surroundings;
import dev.almanac.terminal.console.Table;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "calendars", description = "Lists the calendars that you may see.")
public final class CalendarsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(arity = "0..1", paramLabel = "WORDS", description = "Only those with these words in their name.")
    private @Nullable String words;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "VENUE, STAFF, EQUIPMENT, MASTER, DEPARTMENT or QUEUE.")
    private @Nullable String type;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many; ${DEFAULT-VALUE} if not said.")
    private int limit = 500;

    public CalendarsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Session session = connection.session(surroundings);
        Listing<Calendar> calendars = session.api().calendars().list(Words.upper(type), words, limit);
        Table table = new Table("NAME", "TYPE", "ZONE", "CAPACITY", "ID");
        calendars
                .items()
                .forEach(one -> table.row(
                        Cell.of(one.name(), one.active() ? Colour.PLAIN : Colour.FAINT),
                        Cell.of(one.type()),
                        Cell.of(one.zone().getId()),
                        Cell.of(Integer.toString(one.capacity())),
                        Cell.of(one.id(), Colour.FAINT)));
        session.list(calendars, table, "there is no such calendar that you may see");
        return 0;
    }
}
