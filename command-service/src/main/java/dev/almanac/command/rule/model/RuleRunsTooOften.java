package dev.almanac.command.rule.model;

import dev.almanac.command.rejection.Rejection;

/** A rule that would flood its queue, by mistake or on purpose. */
public record RuleRunsTooOften(String field) implements Rejection.Invalid {
    @Override
    public String detail() {
        return "A rule's runs are at least one minute apart, and its cron has five fields";
    }
}
