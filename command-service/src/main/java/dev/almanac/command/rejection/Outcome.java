package dev.almanac.command.rejection;

import java.util.List;
import java.util.function.Function;

/** What a decision comes to: changes to record, or a refusal. */
public sealed interface Outcome<C> {

    record Accepted<C>(List<C> changes) implements Outcome<C> {
        public Accepted {
            changes = List.copyOf(changes);
        }
    }

    record Refused<C>(Rejection rejection) implements Outcome<C> {}

    static <C> Outcome<C> accepted(C change) {
        return new Accepted<>(List.of(change));
    }

    static <C> Outcome<C> accepted(List<C> changes) {
        return new Accepted<>(changes);
    }

    static <C> Outcome<C> refused(Rejection rejection) {
        return new Refused<>(rejection);
    }

    /** Nothing to do: the wish is already fulfilled. */
    static <C> Outcome<C> unchanged() {
        return new Accepted<>(List.of());
    }

    default <T> T fold(Function<List<C>, T> accepted, Function<Rejection, T> refused) {
        return switch (this) {
            case Accepted<C>(var changes) -> accepted.apply(changes);
            case Refused<C>(var rejection) -> refused.apply(rejection);
        };
    }
}
