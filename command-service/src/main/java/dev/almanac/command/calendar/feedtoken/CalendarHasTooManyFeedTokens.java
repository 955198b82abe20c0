package dev.almanac.command.calendar.feedtoken;

import dev.almanac.command.rejection.Rejection;

record CalendarHasTooManyFeedTokens(String whose, int max) implements Rejection.Conflicting {
    @Override
    public String detail() {
        return "A calendar may have " + max + " feed tokens " + whose + " at most: revoke those that are not used";
    }
}
