package dev.almanac.command.rejection;

public record CalendarIsUnknownOrInactive() implements Rejection.Invalid {
    @Override
    public String detail() {
        return "Calendar does not exist or is inactive";
    }

    @Override
    public String field() {
        return "calendarId";
    }
}
