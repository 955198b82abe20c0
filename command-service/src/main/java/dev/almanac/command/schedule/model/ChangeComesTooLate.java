package dev.almanac.command.schedule.model;

import dev.almanac.command.rejection.Rejection;
import java.time.Instant;

public record ChangeComesTooLate(Instant start) implements Rejection.Forbidden {
    @Override
    public String detail() {
        return "The event starts at " + start + ": changes within 2 hours of the start need a manager";
    }

    @Override
    public String rule() {
        return "SCH-005";
    }
}
