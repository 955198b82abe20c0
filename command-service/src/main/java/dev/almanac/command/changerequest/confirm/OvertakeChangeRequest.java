package dev.almanac.command.changerequest.confirm;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.changerequest.model.ChangeRequestState;
import dev.almanac.command.changerequest.model.ChangeRequestState.Waiting;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.events.changerequest.ChangeRequestChange;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestOvertaken;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What was proposed is not what it would be now: another request asks for it anew. */
public record OvertakeChangeRequest(
        @TargetAggregateIdentifier String changeRequestId, String successor, Request request) implements Command {

    public static Outcome<ChangeRequestChange> decide(OvertakeChangeRequest command, ChangeRequestState state) {
        return state instanceof Waiting
                ? Outcome.accepted(new ChangeRequestOvertaken(
                        command.changeRequestId(),
                        command.successor(),
                        command.request().at(),
                        command.request().caller().subject()))
                : Outcome.refused(new ActionIsNotAvailable("The proposal does not wait any more"));
    }
}
