package dev.almanac.command.rule.pause;

import dev.almanac.command.rejection.Rejection;

public record PauseEndsInThePast() implements Rejection.Invalid {
    @Override
    public String detail() {
        return "A pause ends in the future";
    }

    @Override
    public String field() {
        return "resumeAfter";
    }
}
