package dev.almanac.terminal.live;

import dev.almanac.terminal.api.Api;
import dev.almanac.terminal.api.Calendar;
import dev.almanac.terminal.api.Connection;
import dev.almanac.terminal.board.Board;
import dev.almanac.terminal.board.Place;
import dev.almanac.terminal.board.View;
import dev.almanac.terminal.calendar.Filter;
import dev.almanac.terminal.forms.DateWords;
import dev.almanac.terminal.login.SignedIn;
import dev.almanac.terminal.screen.ColourDepth;
import dev.almanac.terminal.screen.Palette;
import dev.almanac.terminal.screen.Screen;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Opens the calendar in the terminal. */
@Command(
        name = "calendar",
        description = "The calendar in the whole terminal: month, week, day and list, live. ? lists its keys.",
        mixinStandardHelpOptions = true)
public final class CalendarCommand implements Callable<Integer> {
    private static final String URL = "ALMANAC_URL";
    private static final String HERE = "http://localhost:8000";

    @Option(names = "--view", defaultValue = "month", description = "month, week, day or list.")
    private String view = "month";

    @Option(names = "--date", defaultValue = "today", description = "Such as 2030-06-03, tomorrow, fri or +7.")
    private String date = "today";

    @Option(names = "--calendar", description = "Only this one; may be given several times. A name or an id.")
    private List<String> calendars = List.of();

    @Option(names = "--zone", description = "Such as Europe/Vienna; that of this machine unless given.")
    private @Nullable String zone;

    @Option(names = "--color", defaultValue = "auto", description = "auto, never, always, 16, 256 or true.")
    private String colour = "auto";

    @Spec
    private @Nullable CommandSpec spec;

    private final Map<String, String> environment;
    private final Clock clock;

    public CalendarCommand(Map<String, String> environment, Clock clock) {
        this.environment = Map.copyOf(environment);
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        ZoneId zoneId = zoneId();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zoneId);
        Place place = Place.of(view(), day(today), zoneId);
        URI origin = URI.create(environment.getOrDefault(URL, HERE));
        Api api = new Api(new Connection(origin, SignedIn.at(origin, environment, clock), clock));
        Board board = Board.at(place, filter(api), today);
        try (Screen screen = Screen.opened(new Palette(ColourDepth.of(colour, environment)))) {
            new FullScreen(screen, api, clock).show(board);
        }
        return 0;
    }

    private View view() {
        for (View known : View.values()) {
            if (known.isOfTime() && known.name().equalsIgnoreCase(view)) {
                return known;
            }
        }
        throw misused("--view is month, week, day or list, not " + view);
    }

    private LocalDate day(LocalDate today) {
        return DateWords.parse(date, today)
                .orElseThrow(() -> misused("--date is not a date: " + date + "; try 2030-06-03, tomorrow, fri or +7"));
    }

    private ZoneId zoneId() {
        try {
            return zone == null ? clock.getZone() : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw misused("--zone is not known: " + zone);
        }
    }

    private Filter filter(Api api) {
        Set<String> ids = calendars.stream()
                .map(name -> api.calendars().named(name))
                .map(Calendar::id)
                .collect(Collectors.toUnmodifiableSet());
        return new Filter(ids, Set.of());
    }

    private ParameterException misused(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
}
