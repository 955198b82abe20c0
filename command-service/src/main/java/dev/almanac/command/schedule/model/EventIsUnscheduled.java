package dev.almanac.command.schedule.model;

import dev.almanac.command.rejection.Rejection;

public record EventIsUnscheduled(String scheduleId) implements Rejection.Unprocessable {
    @Override
    public String detail() {
        return "The event is off its calendar: reschedule it first";
    }
}
