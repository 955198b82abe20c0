package dev.almanac.command.rule.request;

import dev.almanac.command.http.Commands;
import dev.almanac.command.ledger.RunLedger;
import dev.almanac.command.ledger.RunRow;
import java.time.Duration;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A client that has just read a run, or received it as due, may be ahead of us: then we wait for it. */
@Component
public class KnownRuns {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private final Commands commands;
    private final RunLedger runs;
    private final int looksMax;

    KnownRuns(Commands commands, RunLedger runs, @Value("${almanac.runs.behind-max}") Duration behindMax) {
        this.looksMax = 1 + (int) behindMax.dividedBy(BETWEEN_LOOKS);
        this.commands = commands;
        this.runs = runs;
    }

    /** Whether it stands as wanted, sooner or later; answers as soon as that is known. */
    public Mono<Boolean> known(String occurrenceId, Predicate<RunRow> wanted) {
        return Flux.range(0, looksMax)
                .concatMap(look -> Mono.delay(look == 0 ? Duration.ZERO : BETWEEN_LOOKS)
                        .then(commands.onVirtualThread(
                                () -> runs.find(occurrenceId).filter(wanted).isPresent())))
                .any(there -> there);
    }
}
