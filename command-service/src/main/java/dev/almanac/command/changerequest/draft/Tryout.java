package dev.almanac.command.changerequest.draft;

import dev.almanac.command.access.Command;
import dev.almanac.command.changerequest.plan.Standing;
import dev.almanac.command.dispatch.Dispatcher;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.store.Receipt;
import dev.almanac.events.changerequest.SubjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries commands out in a transaction that is rolled back, to see what they come to. */
@Component
class Tryout {
    private final TransactionTemplate transaction;
    private final Dispatcher dispatcher;
    private final Standings standings;

    Tryout(PlatformTransactionManager transactions, Dispatcher dispatcher, Standings standings) {
        this.transaction = new TransactionTemplate(transactions);
        this.dispatcher = dispatcher;
        this.standings = standings;
    }

    /**
     * What would come of it.
     *
     * @param refusal empty where nothing is in the way
     * @param changed whether anything would be recorded
     * @param after how the subject would stand; empty where it would be gone
     */
    record Outcome(Optional<Rejection> refusal, boolean changed, List<String> warnings, Optional<Standing> after) {}

    Outcome of(List<Command> commands, SubjectKind kind, String subjectId) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return carriedOut(commands, kind, subjectId);
        }));
    }

    private Outcome carriedOut(List<Command> commands, SubjectKind kind, String subjectId) {
        boolean changed = false;
        List<String> warnings = new ArrayList<>();
        try {
            for (Command command : commands) {
                Receipt receipt = dispatcher.send(command);
                changed |= !receipt.entries().isEmpty();
                warnings.addAll(receipt.warnings());
            }
        } catch (CommandExecutionException e) {
            Rejection refusal = e.<Rejection>getDetails().orElseThrow(() -> e);
            return new Outcome(Optional.of(refusal), false, warnings, Optional.empty());
        }
        return new Outcome(Optional.empty(), changed, warnings, standings.of(kind, subjectId));
    }
}
