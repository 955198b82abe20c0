package dev.almanac.command.conflict.detected;

import dev.almanac.command.access.Command;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import java.time.Duration;
import org.axonframework.commandhandling.CommandExecutionException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Decides on conflicts. Somebody who has just read of one may be ahead of us: an unknown one is waited for. */
@Component
public class ConflictCommands {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private final Commands commands;
    private final long looksMax;

    ConflictCommands(Commands commands, @Value("${almanac.conflicts.behind-max}") Duration behindMax) {
        this.commands = commands;
        this.looksMax = behindMax.dividedBy(BETWEEN_LOOKS);
    }

    public Mono<ResponseEntity<WriteAnswer>> decide(String conflictId, Command command) {
        return commands.change(conflictId, command)
                .retryWhen(Retry.fixedDelay(looksMax, BETWEEN_LOOKS)
                        .filter(ConflictCommands::isUnknown)
                        .onRetryExhaustedThrow((_, signal) -> signal.failure()));
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof CommandExecutionException refused
                && refused.getDetails().orElse(null) instanceof SubjectDoesNotExist;
    }
}
