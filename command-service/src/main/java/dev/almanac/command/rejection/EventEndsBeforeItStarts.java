package dev.almanac.command.rejection;

public record EventEndsBeforeItStarts() implements Rejection.Invalid {
    @Override
    public String detail() {
        return "End time must be after start time";
    }

    @Override
    public String rule() {
        return "SCH-001";
    }

    @Override
    public String field() {
        return "endDateTime";
    }
}
