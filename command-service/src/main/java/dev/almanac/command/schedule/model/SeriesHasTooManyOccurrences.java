package dev.almanac.command.schedule.model;

import dev.almanac.command.rejection.Rejection;

public record SeriesHasTooManyOccurrences(String detail) implements Rejection.Invalid {
    @Override
    public String rule() {
        return "SCH-006";
    }

    @Override
    public String field() {
        return "recurrence";
    }
}
