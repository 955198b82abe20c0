package dev.almanac.command.store;

import dev.almanac.command.access.Command;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.rejection.Rejection.VersionIsStale;
import dev.almanac.events.Change;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateLifecycle;

/** From a decision to the event store: what every aggregate does alike. */
public final class Appending {
    private Appending() {}

    /** {@code If-Match}: the caller must have seen the current version. */
    public static void checkVersion(Command command) {
        Long expected = command.request().expectedVersion();
        Long actual = AggregateLifecycle.getVersion();
        if (expected != null && actual != null && !expected.equals(actual)) {
            throw refused(new VersionIsStale(expected, actual));
        }
    }

    public static <C extends Change> List<C> accepted(Outcome<C> outcome) {
        return outcome.fold(changes -> changes, rejection -> {
            throw refused(rejection);
        });
    }

    public static void append(List<? extends Change> changes) {
        changes.forEach(AggregateLifecycle::apply);
    }

    public static void unless(Optional<Rejection> refusal) {
        refusal.ifPresent(rejection -> {
            throw refused(rejection);
        });
    }

    /** Axon's way to hand a refusal back to whoever asked; it also rolls the transaction back. */
    public static CommandExecutionException refused(Rejection rejection) {
        return new CommandExecutionException(rejection.detail(), null, rejection);
    }
}
