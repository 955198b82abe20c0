package dev.almanac.command.calendar.share;

import dev.almanac.command.rejection.Rejection;

record CalendarHasTooManyShares(int max) implements Rejection.Conflicting {
    @Override
    public String detail() {
        return "A calendar may be shared with " + max + " others at most";
    }
}
