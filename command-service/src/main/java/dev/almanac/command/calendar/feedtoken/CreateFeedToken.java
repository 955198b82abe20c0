package dev.almanac.command.calendar.feedtoken;

import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.calendar.model.CalendarState;
import dev.almanac.command.ledger.OnLane;
import dev.almanac.command.rejection.CalendarIsUnknownOrInactive;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.FeedTokenCreated;
import java.util.Collection;
import java.util.Collections;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Lets a program that shows the token read the calendar as a feed, as far as the caller may read it. */
public record CreateFeedToken(
        @TargetAggregateIdentifier String calendarId,
        String feedTokenId,
        String tokenHash,
        @Nullable String name,
        Request request)
        implements Command, OnLane {
    /** Of one who reads the calendar: a token for each of their programs. */
    static final int OF_ONE_MAX = 10;

    /** Of all who read it together: each change of a calendar is shown with what was before and after. */
    static final int TOKENS_MAX = 100;

    public static Outcome<CalendarChange> decide(CreateFeedToken command, CalendarState state) {
        return switch (state) {
            case CalendarState.Open _ -> create(command, state.feedTokens().values());
            case CalendarState.Closed _, CalendarState.Absent _ -> Outcome.refused(new CalendarIsUnknownOrInactive());
        };
    }

    private static Outcome<CalendarChange> create(CreateFeedToken command, Collection<String> creators) {
        Caller caller = command.request().caller();
        if (Collections.frequency(creators, caller.subject()) >= OF_ONE_MAX) {
            return Outcome.refused(new CalendarHasTooManyFeedTokens("of yours", OF_ONE_MAX));
        }
        if (creators.size() >= TOKENS_MAX) {
            return Outcome.refused(new CalendarHasTooManyFeedTokens("in all", TOKENS_MAX));
        }
        return Outcome.accepted(new FeedTokenCreated(
                command.calendarId(),
                command.feedTokenId(),
                command.tokenHash(),
                command.name(),
                caller.subject(),
                caller.isManager()));
    }
}
