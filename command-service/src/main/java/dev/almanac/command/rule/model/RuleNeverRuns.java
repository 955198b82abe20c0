package dev.almanac.command.rule.model;

import dev.almanac.command.rejection.Rejection;

public record RuleNeverRuns() implements Rejection.Invalid {
    @Override
    public String detail() {
        return "The recurrence names no time from now on";
    }

    @Override
    public String field() {
        return "recurrence";
    }
}
