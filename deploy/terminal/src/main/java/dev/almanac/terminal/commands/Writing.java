package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.Command;
import dev.almanac.terminal.api.Conflict;
import dev.almanac.terminal.api.Forecast;
import dev.almanac.terminal.api.Problem;
import dev.almanac.terminal.api.ProblemException;
import dev.almanac.terminal.api.Written;
import dev.almanac.terminal.console.Colour;
import dev.almanac.terminal.console.ExitCode;
import dev.almanac.terminal.times.Clocks;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A command that is sent, or only asked about. */
record Writing(Session session, Clocks clocks) {
    private static final int CONFLICTS_NAMED_MAX = 10;

    int send(Command command, String done) {
        try {
            return done(session.api().bookings().send(command), done);
        } catch (ProblemException refused) {
            throw new Refused(new Refusal(refused.problem(), clocks), refused);
        }
    }

    /** What was done, what the doer should know, and how it is taken back. */
    int done(Written written, String done) {
        session.answer(written, () -> {
            session.console().line(done, Colour.GREEN);
            session.console().line("  id " + written.id());
            verdicts(written)
                    .forEach((verdict, count) -> session.console()
                            .line("  " + Words.count(count, "occurrence") + " " + Words.lower(verdict)));
            written.undoableUntil()
                    .ifPresent(until -> session.console()
                            .line("  until " + clocks.toTheSecond(until) + ": almanac undo " + written.changeId()));
        });
        written.warnings().forEach(session.console()::warning);
        return ExitCode.DONE.number();
    }

    private static Map<String, Long> verdicts(Written written) {
        Map<String, Long> counts = new TreeMap<>();
        for (JsonNode occurrence : written.json().path("occurrences")) {
            counts.merge(occurrence.path("verdict").asString("?"), 1L, Long::sum);
        }
        return counts;
    }

    /** What the command would do; refused, if it would be. */
    int foresee(Command command) {
        Forecast forecast = session.api().forecasts().of(command);
        session.answer(forecast, () -> tell(forecast));
        return forecast.firstRefusal()
                .map(problem -> ExitCode.ofStatus(problem.status()))
                .orElse(ExitCode.DONE)
                .number();
    }

    private void tell(Forecast forecast) {
        Optional<Problem> refusal = forecast.firstRefusal();
        if (refusal.isPresent()) {
            Refusal no = new Refusal(refusal.get(), clocks);
            session.console().line("would be refused: " + no.reason(), Colour.RED);
            no.details().forEach(session.console()::line);
            return;
        }
        session.console().line("would be done; nothing was written", Colour.GREEN);
        consequences(forecast);
    }

    void consequences(Forecast forecast) {
        forecast.detected().stream().limit(CONFLICTS_NAMED_MAX).forEach(this::conflict);
        if (forecast.detected().size() > CONFLICTS_NAMED_MAX) {
            session.console()
                    .line("  and more: " + Words.count(forecast.detected().size(), "conflict") + " in all");
        }
        if (forecast.cleared() > 0) {
            session.console().line("  would end " + Words.count(forecast.cleared(), "conflict"));
        }
        if (forecast.overbookings() > 0) {
            session.console().line("  would fill a calendar nearly or more than whole", Colour.YELLOW);
        }
    }

    private void conflict(Conflict conflict) {
        session.console()
                .line(
                        "  would bring a " + Words.lower(conflict.type()) + " (" + Words.lower(conflict.level()) + "): "
                                + Titles.of(conflict) + ", "
                                + clocks.span(conflict.overlapStart(), conflict.overlapEnd()),
                        Colour.YELLOW);
    }
}
