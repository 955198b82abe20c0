package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.Bookings;
import dev.almanac.terminal.api.ScheduledEvent;
import dev.almanac.terminal.console.Surroundings;
import dev.almanac.terminal.times.Clocks;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Takes an event off its calendar.")
public final class RemoveCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(index = "0", paramLabel = "EVENT", description = "Its id, as almanac events shows it.")
    private String eventId = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
    private @Nullable String reason;

    @Option(names = "--scope", paramLabel = "WHICH", description = "Of a series: THIS, THIS_AND_FOLLOWING or ALL.")
    private @Nullable String scope;

    @Option(
            names = {"-n", "--dry-run"},
            description = "Only says what it would do.")
    private boolean dryRun;

    public RemoveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Session session = connection.session(surroundings);
        ScheduledEvent event = session.api().events().get(eventId);
        Clocks clocks = new Clocks(session.zoneOr(event.zone()));
        var command = Bookings.removal(event.id(), reason, Words.upper(scope));
        Writing writing = new Writing(session, clocks);
        return dryRun
                ? writing.foresee(command)
                : writing.send(
                        command.over(event.version()),
                        "removed \"" + event.title() + "\", " + clocks.span(event.start(), event.end()));
    }
}
