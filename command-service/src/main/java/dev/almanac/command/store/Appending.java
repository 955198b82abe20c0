package dev.almanac.command.store;

import dev.almanac.command.access.Command;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.rejection.VersionIsStale;
import dev.almanac.events.Change;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/** From a decision to the event store: what every aggregate does alike. */
public final class Appending {
    private Appending() {}

    /** {@code If-Match}: the caller must have seen the current version. */
    public static void checkVersion(Command command) {
        checkVersion(command, AggregateLifecycle.getVersion());
    }

    public static void checkVersion(Command command, @Nullable Long current) {
        if (current != null) {
            checkVersion(command, current, current);
        }
    }

    /**
     * For a subject in whose stream others write too: what came after its own last change makes nobody's version stale.
     *
     * @param oldest the version of its own last change
     */
    public static void checkVersion(Command command, long oldest, long current) {
        Long expected = command.request().expectedVersion();
        if (expected != null && (expected < oldest || expected > current)) {
            throw refused(new VersionIsStale(expected, current));
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

    /** Axon's way to hand a refusal back to the caller; it also rolls the transaction back. */
    public static CommandExecutionException refused(Rejection rejection) {
        return new CommandExecutionException(rejection.detail(), null, rejection);
    }
}
