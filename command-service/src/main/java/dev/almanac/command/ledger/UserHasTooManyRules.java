package dev.almanac.command.ledger;

import dev.almanac.command.rejection.Rejection;

record UserHasTooManyRules(int max) implements Rejection.Conflicting {
    @Override
    public String detail() {
        return "A user may have " + max + " recurring rules at most";
    }
}
