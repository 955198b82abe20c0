package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.Calendar;
import dev.almanac.terminal.api.Json;
import dev.almanac.terminal.api.LiveMessage;
import dev.almanac.terminal.console.ExitCode;
import dev.almanac.terminal.console.Surroundings;
import dev.almanac.terminal.times.Clocks;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "tail",
        description =
                "Follows what is changed until it is stopped; where the connection was lost, it goes on where it was.")
public final class TailCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "CALENDAR",
            description = "On this calendar, by name or id; on all without.")
    private @Nullable String calendar;

    @Option(names = "--type", paramLabel = "TYPE", description = "Only changes of this type, such as EventRescheduled.")
    private @Nullable String type;

    @Option(names = "--count", paramLabel = "N", description = "Ends after so many changes.")
    private int count = Integer.MAX_VALUE;

    private int told;

    public TailCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Session session = connection.session(surroundings);
        Optional<Calendar> named =
                Optional.ofNullable(calendar).map(session.api().calendars()::named);
        Clocks clocks = new Clocks(session.zoneOr(named.map(Calendar::zone).orElseGet(session::zone)));
        try {
            session.api()
                    .changes(named.map(Calendar::id).orElse(null))
                    .follow(message -> hear(session, clocks, message));
        } catch (InterruptedException enough) {
            // As many as were wanted, or nobody who reads them any more.
        }
        return ExitCode.DONE.number();
    }

    private void hear(Session session, Clocks clocks, LiveMessage message) {
        switch (message) {
            case LiveMessage.Opened opened ->
                session.console()
                        .note(
                                opened.resumed()
                                        ? "goes on"
                                        : "follows " + session.api().origin());
            case LiveMessage.Lost lost ->
                session.console()
                        .warning(lost.reason() + "; again in " + lost.again().toMillis() / 1000.0 + " s");
            case LiveMessage.Gap _ -> gap(session);
            case LiveMessage.Changed changed -> changed(session, clocks, changed);
        }
        if (told >= count || session.console().isBroken()) {
            Thread.currentThread().interrupt();
        }
    }

    private static void gap(Session session) {
        if (session.json()) {
            session.console().json(Json.object().put("gap", true));
        }
        session.console().warning("a gap: more was changed meanwhile than is told here");
    }

    private void changed(Session session, Clocks clocks, LiveMessage.Changed changed) {
        if (told >= count || (type != null && !Words.change(type).equalsIgnoreCase(Words.change(changed.type())))) {
            return;
        }
        told++;
        session.answer(
                changed,
                () -> session.console()
                        .line(clocks.toTheSecond(changed.time()) + "  " + Words.change(changed.type()) + "  "
                                + changed.subject() + "  " + changed.actor()));
    }
}
