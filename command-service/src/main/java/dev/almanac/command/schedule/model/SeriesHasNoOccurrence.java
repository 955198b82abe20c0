package dev.almanac.command.schedule.model;

import dev.almanac.command.rejection.Rejection;

record SeriesHasNoOccurrence() implements Rejection.Invalid {
    @Override
    public String detail() {
        return "The recurrence yields no occurrence";
    }

    @Override
    public String field() {
        return "recurrence";
    }
}
