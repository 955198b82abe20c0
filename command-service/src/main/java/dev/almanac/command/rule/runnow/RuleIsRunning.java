package dev.almanac.command.rule.runnow;

import dev.almanac.command.rejection.Rejection;

/** As many runs are going as the rule's overlap policy admits. */
public record RuleIsRunning() implements Rejection.Conflicting {
    @Override
    public String detail() {
        return "The rule is running, and its overlap policy admits no other run beside or after that";
    }
}
