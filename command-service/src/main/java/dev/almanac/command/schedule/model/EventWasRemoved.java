package dev.almanac.command.schedule.model;

import dev.almanac.command.rejection.Rejection;

public record EventWasRemoved(String scheduleId) implements Rejection.Unprocessable {
    @Override
    public String detail() {
        return "The event was removed from its calendar";
    }
}
