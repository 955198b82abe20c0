package dev.almanac.command.ics;

import dev.almanac.command.rejection.Rejection;

record FileIsNoCalendar(int eventsMax) implements Rejection.Invalid {
    @Override
    public String detail() {
        return "The body is no iCalendar file of at most " + eventsMax + " events (RFC 5545 3.4)";
    }
}
