package dev.almanac.command.rejection;

import java.util.Optional;
import java.util.function.Supplier;

/** Rules in the order in which they are asked. */
public final class Refusals {
    private Refusals() {}

    /** The first rule that refuses decides; the rest is not asked. */
    @SafeVarargs
    public static <C> Outcome<C> firstOr(Supplier<Outcome<C>> accepted, Supplier<Optional<Rejection>>... rules) {
        for (Supplier<Optional<Rejection>> rule : rules) {
            Optional<Rejection> rejection = rule.get();
            if (rejection.isPresent()) {
                return Outcome.refused(rejection.get());
            }
        }
        return accepted.get();
    }
}
