package dev.almanac.command.rejection;

public record EventStartsInThePast(String field) implements Rejection.Invalid {
    @Override
    public String detail() {
        return "Start time must be in the future";
    }

    @Override
    public String rule() {
        return "SCH-004";
    }
}
