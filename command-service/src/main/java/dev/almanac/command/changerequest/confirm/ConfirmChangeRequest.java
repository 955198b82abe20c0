package dev.almanac.command.changerequest.confirm;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.changerequest.model.ChangeRequestState;
import dev.almanac.command.changerequest.model.ChangeRequestState.Waiting;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.events.changerequest.AppliedChange;
import dev.almanac.events.changerequest.ChangeRequestChange;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestConfirmed;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** All that was proposed has been applied, in the same transaction. */
public record ConfirmChangeRequest(
        @TargetAggregateIdentifier String changeRequestId, List<AppliedChange> applied, Request request)
        implements Command {
    public ConfirmChangeRequest {
        applied = List.copyOf(applied);
    }

    public static Outcome<ChangeRequestChange> decide(ConfirmChangeRequest command, ChangeRequestState state) {
        return state instanceof Waiting
                ? Outcome.accepted(new ChangeRequestConfirmed(
                        command.changeRequestId(),
                        command.applied(),
                        command.request().at(),
                        command.request().caller().subject()))
                : Outcome.refused(new ActionIsNotAvailable("The proposal does not wait any more"));
    }
}
