package dev.almanac.command.schedule.model;

import dev.almanac.command.rejection.Rejection;

record EventIsTooLong() implements Rejection.Invalid {
    @Override
    public String detail() {
        return "Event duration cannot exceed 30 days";
    }

    @Override
    public String rule() {
        return "SCH-003";
    }

    @Override
    public String field() {
        return "endDateTime";
    }
}
