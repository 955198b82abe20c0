package dev.almanac.command.dispatch;

import dev.almanac.command.access.Command;
import dev.almanac.command.idempotency.AnsweredBefore;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.web.ProblemNames;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * How each kind of command ends: accepted; refused, and by which problem; repeated, with the answer of the first time; overtaken by
 * another command, after which it is decided anew; or failed. What is rehearsed counts, too.
 */
@Component
class CommandMeters {
    private static final String NONE = "none";
    private static final String NOT_FOUND = ProblemNames.of(HttpStatus.NOT_FOUND.value());
    private final MeterRegistry meters;

    CommandMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    <T> T counted(Command command, Supplier<T> work) {
        try {
            T done = work.get();
            count(command, "accepted", NONE);
            return done;
        } catch (RuntimeException e) {
            count(command, e);
            throw e;
        }
    }

    private void count(Command command, RuntimeException e) {
        switch (e) {
            case CommandExecutionException refused ->
                refused.<Rejection>getDetails()
                        .ifPresentOrElse(
                                rejection -> count(command, "refused", reason(rejection)),
                                () -> count(command, "failed", NONE));
            case AggregateNotFoundException _ -> count(command, "refused", NOT_FOUND);
            case ConcurrencyException _ -> count(command, "overtaken", NONE);
            case AnsweredBefore _ -> count(command, "repeated", NONE);
            default -> count(command, "failed", NONE);
        }
    }

    private static String reason(Rejection rejection) {
        return rejection instanceof SubjectDoesNotExist ? NOT_FOUND : ProblemNames.kebab(rejection.getClass());
    }

    private void count(Command command, String outcome, String reason) {
        meters.counter(
                        "scheduling.commands",
                        "command",
                        command.getClass().getSimpleName(),
                        "outcome",
                        outcome,
                        "reason",
                        reason)
                .increment();
    }
}
