package dev.almanac.command.rule.request;

import dev.almanac.command.http.Commands;
import dev.almanac.command.ledger.RunLedger;
import dev.almanac.command.ledger.RunRow;
import dev.almanac.command.listening.Heard;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A client that has just read a run, or received it as due, may be ahead of us: then we wait for it. */
@Component
public class KnownRuns {
    private final Commands commands;
    private final RunLedger runs;
    private final Heard heard;

    KnownRuns(Commands commands, RunLedger runs, Heard heard) {
        this.commands = commands;
        this.runs = runs;
        this.heard = heard;
    }

    /** Whether it stands as wanted; answers as soon as that is known, and 503 if it is not known in time. */
    public Mono<Boolean> known(String occurrenceId, Predicate<RunRow> wanted) {
        return heard.waitFor(
                        Heard.Of.RUNS,
                        commands.onVirtualThread(
                                () -> runs.find(occurrenceId).filter(wanted).orElse(null)))
                .hasElement();
    }
}
