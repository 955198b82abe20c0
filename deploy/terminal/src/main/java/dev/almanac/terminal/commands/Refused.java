package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.ProblemException;

/** The API said no to what has a zone of its own: who is in the way is told by its clocks. */
final class Refused extends RuntimeException {
    private final transient Refusal refusal;

    Refused(Refusal refusal, ProblemException cause) {
        super(cause);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
