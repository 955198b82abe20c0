package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.Calendar;
import dev.almanac.terminal.api.EventSearch;
import dev.almanac.terminal.api.Listing;
import dev.almanac.terminal.api.ScheduledEvent;
import dev.almanac.terminal.commands.WindowOptions.Window;
import dev.almanac.terminal.console.Cell;
import dev.almanac.terminal.console.Colour;
import dev.almanac.terminal.console.Surroundings;
import dev.almanac.terminal.console.Table;
import dev.almanac.terminal.times.Clocks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "events", description = "Lists what takes place: today and six days on, unless asked otherwise.")
public final class EventsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private WindowOptions window = new WindowOptions();

    @Parameters(
            arity = "0..*",
            paramLabel = "CALENDAR",
            description = "On these calendars, by name or id; on all without.")
    private List<String> calendars = new ArrayList<>();

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "So many days, where --till is not said; ${DEFAULT-VALUE} if not said.")
    private int days = 7;

    @Option(
            names = {"-q", "--search"},
            paramLabel = "WORDS",
            description = "With these words in the title.")
    private @Nullable String words;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "TENTATIVE, SCHEDULED, CONFIRMED, RESCHEDULING, UNSCHEDULED or CANCELLED.")
    private @Nullable String status;

    @Option(names = "--category", paramLabel = "WORD", description = "Of this category.")
    private @Nullable String category;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many; ${DEFAULT-VALUE} if not said.")
    private int limit = 500;

    public EventsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Session session = connection.session(surroundings);
        List<Calendar> named =
                calendars.stream().map(session.api().calendars()::named).toList();
        Window asked = window.orDays(session, days);
        EventSearch search =
                new EventSearch(null, null, asked.from(), asked.till(), words, Words.upper(status), category);
        Listing<ScheduledEvent> events = session.api()
                .events()
                .list(search, named.stream().map(Calendar::id).toList(), limit);
        Clocks clocks =
                named.size() == 1 ? new Clocks(session.zoneOr(named.getFirst().zone())) : session.clocks();
        session.list(
                events, session.json() ? new Table() : table(session, events, named, clocks), "nothing takes place");
        return 0;
    }

    private static Table table(Session session, Listing<ScheduledEvent> events, List<Calendar> named, Clocks clocks) {
        CalendarNames names = new CalendarNames(session.api());
        named.forEach(names::know);
        Table table = new Table(clocks.named("WHEN"), "TITLE", "CALENDAR", "STATUS", "ID");
        events.items()
                .forEach(event -> table.row(
                        Cell.of(event.allDay() ? clocks.day(event.start()) : clocks.span(event.start(), event.end())),
                        Cell.of(event.title(), Colour.BOLD),
                        Cell.of(names.of(event.calendarId())),
                        status(event),
                        Cell.of(event.id(), Colour.FAINT)));
        return table;
    }

    private static Cell status(ScheduledEvent event) {
        if (event.isInConflict()) {
            return Cell.of(Words.lower(event.conflictLevel()) + " conflict", Colour.RED);
        }
        String state = Words.lower(event.run().orElse(event.status()));
        return Cell.of(state, event.status().equals("TENTATIVE") ? Colour.YELLOW : Colour.PLAIN);
    }
}
