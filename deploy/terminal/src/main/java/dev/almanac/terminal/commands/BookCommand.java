package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.Booking;
import dev.almanac.terminal.api.Bookings;
import dev.almanac.terminal.api.Calendar;
import dev.almanac.terminal.console.Surroundings;
import dev.almanac.terminal.times.Clocks;
import dev.almanac.terminal.times.Lengths;
import dev.almanac.terminal.times.Moment;
import dev.almanac.terminal.times.Moments;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "book", description = "Books an event.")
public final class BookCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(index = "0", paramLabel = "CALENDAR", description = "By name or id.")
    private String calendar = "";

    @Parameters(index = "1", paramLabel = "TITLE", description = "What it is called.")
    private String title = "";

    @Parameters(
            index = "2",
            paramLabel = "START",
            description =
                    "Such as 2026-12-06T11:00, 'tomorrow 11:00' or 'friday 11:00', on the clocks of the calendar's zone or of --zone.")
    private String start = "";

    @Parameters(index = "3", arity = "0..1", paramLabel = "END", description = "Such as 12:30 of the same day.")
    private @Nullable String end;

    @Option(names = "--for", paramLabel = "LENGTH", description = "How long instead of an END: 90m, 1h30m, 2d.")
    private @Nullable String length;

    @Option(
            names = "--rrule",
            paramLabel = "RULE",
            description = "How it repeats (RFC 5545), such as FREQ=WEEKLY;COUNT=10.")
    private @Nullable String rrule;

    @Option(names = "--resource", paramLabel = "ID", description = "A resource that it needs; once for each.")
    private List<String> resources = new ArrayList<>();

    @Option(names = "--category", paramLabel = "WORD", description = "Its category.")
    private @Nullable String category;

    @Option(names = "--location", paramLabel = "TEXT", description = "Where it is.")
    private @Nullable String location;

    @Option(names = "--description", paramLabel = "TEXT", description = "What else is to be said.")
    private @Nullable String description;

    @Option(names = "--tentative", description = "Not for sure yet.")
    private boolean tentative;

    @Option(
            names = "--override",
            paramLabel = "REASON",
            description = "Books what is full, as a manager may who says why.")
    private @Nullable String override;

    @Option(
            names = {"-n", "--dry-run"},
            description = "Only says what it would do.")
    private boolean dryRun;

    public BookCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Session session = connection.session(surroundings);
        Calendar named = session.api().calendars().named(calendar);
        ZoneId zone = session.zoneOr(named.zone());
        Moments moments = session.moments(zone);
        Moment from = moments.read(start);
        Moment till = end(moments, from, zone);
        Clocks clocks = new Clocks(zone);
        var command = Bookings.booking(booking(named, from, till, zone));
        Writing writing = new Writing(session, clocks);
        return dryRun
                ? writing.foresee(command)
                : writing.send(
                        command,
                        "booked \"" + title + "\" on " + named.name() + ", "
                                + clocks.span(from.instant(zone), till.instant(zone)) + " (" + zone + ")");
    }

    private Moment end(Moments moments, Moment from, ZoneId zone) {
        if ((end == null) == (length == null)) {
            throw new UsageFailure("say either an END or --for how long");
        }
        if (end != null) {
            return moments.beginningAt(from.local(zone)).read(end);
        }
        Duration duration = Lengths.of(length == null ? "" : length);
        return switch (from) {
            case Moment.OnTheClock clock -> new Moment.OnTheClock(clock.time().plus(duration));
            case Moment.AtAnOffset offset -> new Moment.AtAnOffset(offset.time().plus(duration));
        };
    }

    private Booking booking(Calendar on, Moment from, Moment till, ZoneId zone) {
        return new Booking(
                on.id(),
                title,
                from.sent(),
                till.sent(),
                zone.getId(),
                category,
                location,
                description,
                resources,
                rrule,
                tentative,
                override);
    }
}
