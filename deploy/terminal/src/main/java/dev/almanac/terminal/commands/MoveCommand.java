package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.Bookings;
import dev.almanac.terminal.api.Move;
import dev.almanac.terminal.api.ScheduledEvent;
import dev.almanac.terminal.console.Surroundings;
import dev.almanac.terminal.times.Clocks;
import dev.almanac.terminal.times.Moment;
import dev.almanac.terminal.times.Moments;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "move", description = "Moves an event, an occurrence or a series.")
public final class MoveCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(index = "0", paramLabel = "EVENT", description = "Its id, as almanac events shows it.")
    private String eventId = "";

    @Parameters(
            index = "1",
            paramLabel = "START",
            description = "When it is to begin; a time alone is of the day it is on.")
    private String start = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "END",
            description = "When it is to end; without, it keeps its length.")
    private @Nullable String end;

    @Option(names = "--scope", paramLabel = "WHICH", description = "Of a series: THIS, THIS_AND_FOLLOWING or ALL.")
    private @Nullable String scope;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
    private @Nullable String reason;

    @Option(
            names = "--override",
            paramLabel = "REASON",
            description = "Moves to where it is full, as a manager may who says why.")
    private @Nullable String override;

    @Option(
            names = {"-n", "--dry-run"},
            description = "Only says what it would do.")
    private boolean dryRun;

    public MoveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Session session = connection.session(surroundings);
        ScheduledEvent event = session.api().events().get(eventId);
        ZoneId zone = session.zoneOr(event.zone());
        Clocks clocks = new Clocks(zone);
        Moments moments = session.moments(zone);
        Moment from = moments.beginningAt(event.start().atZone(zone).toLocalDateTime())
                .read(start);
        Optional<Moment> till = Optional.ofNullable(end).map(moments.beginningAt(from.local(zone))::read);
        Move move = new Move(
                from.sent(), till.map(Moment::sent).orElse(null), zone.getId(), Words.upper(scope), reason, override);
        var command = Bookings.move(event.id(), move);
        Writing writing = new Writing(session, clocks);
        return dryRun
                ? writing.foresee(command)
                : writing.send(
                        command.over(event.version()),
                        "moved \"" + event.title() + "\" from " + clocks.dayAndTime(event.start()) + " to "
                                + clocks.dayAndTime(from.instant(zone)) + " (" + zone + ")");
    }
}
