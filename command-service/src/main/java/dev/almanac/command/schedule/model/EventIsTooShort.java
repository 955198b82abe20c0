package dev.almanac.command.schedule.model;

import dev.almanac.command.rejection.Rejection;

record EventIsTooShort() implements Rejection.Invalid {
    @Override
    public String detail() {
        return "Event duration must be at least 15 minutes";
    }

    @Override
    public String rule() {
        return "SCH-002";
    }

    @Override
    public String field() {
        return "endDateTime";
    }
}
