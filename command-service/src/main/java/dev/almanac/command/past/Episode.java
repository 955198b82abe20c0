package dev.almanac.command.past;

import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.CallerMayNot;
import dev.almanac.command.rejection.ChangeCannotBeUndone;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.store.UndoableUntil;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One change of a subject, and what happened to it since.
 *
 * @param by who asked for it
 * @param before the subject before it
 */
public record Episode<S, C>(String by, Instant at, S before, C change, List<C> since) {
    public Episode {
        since = List.copyOf(since);
    }

    /**
     * A change is taken back by who made it.
     *
     * @param others the least role that takes back what others did
     */
    public Optional<Rejection> refusalOfAuthor(Caller caller, Role others) {
        return caller.isAtLeast(others) || by.equals(caller.subject())
                ? Optional.empty()
                : Optional.of(new CallerMayNot("Only its author or "
                        + (others == Role.ADMIN ? "an " : "a ")
                        + others.name().toLowerCase(Locale.ROOT) + " may undo a change"));
    }

    public Optional<Rejection> refusalOfAge(Request request) {
        return at.plus(UndoableUntil.EXPIRY).isBefore(request.at())
                ? Optional.of(new ChangeCannotBeUndone("A change can be undone within 5 minutes"))
                : Optional.empty();
    }
}
