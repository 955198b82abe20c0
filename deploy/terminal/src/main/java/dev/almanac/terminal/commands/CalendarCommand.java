package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.Api;
import dev.almanac.terminal.api.Calendar;
import dev.almanac.terminal.board.Board;
import dev.almanac.terminal.board.Place;
import dev.almanac.terminal.board.View;
import dev.almanac.terminal.calendar.Filter;
import dev.almanac.terminal.console.ExitCode;
import dev.almanac.terminal.console.Surroundings;
import dev.almanac.terminal.live.FullScreen;
import dev.almanac.terminal.plain.Conversation;
import dev.almanac.terminal.screen.ColourDepth;
import dev.almanac.terminal.screen.Palette;
import dev.almanac.terminal.screen.Screen;
import dev.almanac.terminal.times.DateWords;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "calendar",
        description = {
            "The calendar in the whole terminal: month, week, day and list, live; ? lists its keys.",
            "With --plain as lines of text, for screen readers and simple terminals."
        })
public final class CalendarCommand implements Callable<Integer> {
    /** The ways of looking that have a name here. */
    enum Shown {
        MONTH,
        WEEK,
        DAY,
        LIST
    }

    private final Surroundings surroundings;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--view",
            paramLabel = "VIEW",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not said.")
    private Shown view = Shown.MONTH;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "Such as 2030-06-03, tomorrow, fri or +7; ${DEFAULT-VALUE} if not said.")
    private String date = "today";

    @Option(
            names = "--calendar",
            paramLabel = "CALENDAR",
            description = "Only this one, by name or id; may be said several times.")
    private List<String> calendars = List.of();

    @Option(names = "--plain", description = "Lines of text that are read from above, and commands by line.")
    private boolean plain;

    @Option(
            names = "--colors",
            paramLabel = "COUNT",
            description = "16, 256 or true, where the terminal does not say what it has.")
    private String colourCount = "";

    public CalendarCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Session session = connection.session(surroundings);
        LocalDate today = LocalDate.ofInstant(surroundings.clock().instant(), session.zone());
        LocalDate first = DateWords.parse(date, today).orElseThrow(() -> new UsageFailure(date + " is no date"));
        Filter filter = filter(session.api());
        if (plain) {
            new Conversation(session.api(), surroundings, session.zone(), filter).about(first);
        } else {
            Place place = Place.of(View.valueOf(view.name()), first, session.zone());
            show(session.api(), Board.at(place, filter, today));
        }
        return ExitCode.DONE.number();
    }

    private void show(Api api, Board board) throws IOException, InterruptedException {
        if (!surroundings.outIsTerminal()) {
            throw new UsageFailure("the calendar needs a terminal: see calendar --plain, or events");
        }
        try (Screen screen = Screen.opened(new Palette(colours()))) {
            new FullScreen(screen, api, surroundings.clock()).show(board);
        }
    }

    private ColourDepth colours() {
        String choice = connection.colours().name().toLowerCase(Locale.ROOT);
        return ColourDepth.of(
                colourCount.isEmpty() || choice.equals("never") ? choice : colourCount, surroundings.environment());
    }

    private Filter filter(Api api) {
        Set<String> ids = calendars.stream()
                .map(name -> api.calendars().named(name))
                .map(Calendar::id)
                .collect(Collectors.toUnmodifiableSet());
        return new Filter(ids, Set.of());
    }
}
