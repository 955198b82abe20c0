package dev.almanac.command.calendar.share;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.calendar.model.CalendarState;
import dev.almanac.command.ledger.OnLane;
import dev.almanac.command.rejection.CalendarIsUnknownOrInactive;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.ShareLevel;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets somebody use a calendar; the level replaces the one that they had. */
public record ShareCalendar(
        @TargetAggregateIdentifier String calendarId, String sharedWith, ShareLevel level, Request request)
        implements Command, OnLane {
    /** Whoever needs more shares with a group, once tokens name some. */
    static final int SHARES_MAX = 1_000;

    public static Outcome<CalendarChange> decide(ShareCalendar command, CalendarState state) {
        return switch (state) {
            case CalendarState.Open _, CalendarState.Closed _ -> share(command, state.shares());
            case CalendarState.Absent _ -> Outcome.refused(new CalendarIsUnknownOrInactive());
        };
    }

    private static Outcome<CalendarChange> share(ShareCalendar command, Map<String, ShareLevel> shares) {
        ShareLevel held = shares.get(command.sharedWith());
        if (command.level() == held) {
            return Outcome.unchanged();
        }
        return held == null && shares.size() >= SHARES_MAX
                ? Outcome.refused(new CalendarHasTooManyShares(SHARES_MAX))
                : Outcome.accepted(new CalendarShared(command.calendarId(), command.sharedWith(), command.level()));
    }
}
