package dev.almanac.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Given these changes, when this command, then these changes or this refusal. */
public final class Decision<C> {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private final Outcome<C> outcome;

    private Decision(Outcome<C> outcome) {
        this.outcome = outcome;
    }

    /** The state that changes lead to. */
    @SafeVarargs
    public static <S, C> Given<S> given(S nothing, BiFunction<S, C, S> evolve, C... changes) {
        S state = nothing;
        for (C change : changes) {
            state = evolve.apply(state, change);
        }
        return new Given<>(state);
    }

    public static <S> Given<S> given(S state) {
        return new Given<>(state);
    }

    /** The caller, at noon of the first of March 2026. */
    public static Request by(String subject, Role role) {
        return new Request(new Caller(subject, Set.of(role)), NOW, null, "request");
    }

    /** What a command finds. */
    public record Given<S>(S state) {

        public <C> Decision<C> when(Function<S, Outcome<C>> command) {
            return new Decision<>(command.apply(state));
        }
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // List.of takes them as they are
    public final void then(C... changes) {
        assertThat(outcome).isEqualTo(Outcome.accepted(List.of(changes)));
    }

    public void thenNothing() {
        assertThat(outcome).isEqualTo(Outcome.unchanged());
    }

    public void thenRefused(Rejection rejection) {
        assertThat(outcome).isEqualTo(Outcome.refused(rejection));
    }

    public void thenRefused(Class<? extends Rejection> kind) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.rejection()).isInstanceOf(kind));
    }
}
