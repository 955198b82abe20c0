package dev.almanac.command.ledger;

import dev.almanac.command.rejection.Rejection;

record OverrideNeedsAManager() implements Rejection.Forbidden {
    @Override
    public String detail() {
        return "Only a manager may book beyond capacity";
    }

    @Override
    public String rule() {
        return "SCH-021";
    }
}
