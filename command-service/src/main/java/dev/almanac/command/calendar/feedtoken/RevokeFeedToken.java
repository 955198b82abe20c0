package dev.almanac.command.calendar.feedtoken;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.calendar.model.CalendarState;
import dev.almanac.command.ledger.OnLane;
import dev.almanac.command.rejection.CalendarIsUnknownOrInactive;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.FeedTokenRevoked;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Makes a token worthless, for good; its creator may, and who administers the calendar. */
public record RevokeFeedToken(@TargetAggregateIdentifier String calendarId, String feedTokenId, Request request)
        implements Command, OnLane {

    public static Outcome<CalendarChange> decide(RevokeFeedToken command, CalendarState state) {
        if (state instanceof CalendarState.Absent) {
            return Outcome.refused(new CalendarIsUnknownOrInactive());
        }
        return state.feedTokens().containsKey(command.feedTokenId())
                ? Outcome.accepted(new FeedTokenRevoked(
                        command.calendarId(),
                        command.feedTokenId(),
                        command.request().caller().subject()))
                : Outcome.refused(new SubjectDoesNotExist("feed token", command.feedTokenId()));
    }

    public boolean isOfItsCreator(CalendarState state) {
        return request.caller().subject().equals(state.feedTokens().get(feedTokenId));
    }
}
