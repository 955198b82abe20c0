package dev.almanac.command.schedule.model;

import dev.almanac.command.rejection.Rejection;

/** Its slot leaves the years 1 to 9999, which is as far as dates can be written. */
record EventIsOutsideTheCalendar() implements Rejection.Invalid {
    @Override
    public String field() {
        return "startDateTime";
    }

    @Override
    public String detail() {
        return "An event lies in the years 1 to 9999";
    }
}
