package dev.almanac.command.calendar.feedtoken;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.calendar.model.CalendarState;
import dev.almanac.command.ledger.OnLane;
import dev.almanac.command.rejection.CalendarIsUnknownOrInactive;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.FeedTokenCreated;
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
    /** Of all who read the calendar together. */
    static final int TOKENS_MAX = 1_000;

    public static Outcome<CalendarChange> decide(CreateFeedToken command, CalendarState state) {
        return switch (state) {
            case CalendarState.Open _ ->
                state.feedTokens().size() >= TOKENS_MAX
                        ? Outcome.refused(new CalendarHasTooManyFeedTokens(TOKENS_MAX))
                        : Outcome.accepted(new FeedTokenCreated(
                                command.calendarId(),
                                command.feedTokenId(),
                                command.tokenHash(),
                                command.name(),
                                command.request().caller().subject(),
                                command.request().caller().isManager()));
            case CalendarState.Closed _, CalendarState.Absent _ -> Outcome.refused(new CalendarIsUnknownOrInactive());
        };
    }
}
