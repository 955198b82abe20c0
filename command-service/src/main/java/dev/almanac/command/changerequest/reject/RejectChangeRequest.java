package dev.almanac.command.changerequest.reject;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.changerequest.model.ChangeRequestState;
import dev.almanac.command.changerequest.model.ChangeRequestState.Asked;
import dev.almanac.command.changerequest.model.ChangeRequestState.Rejected;
import dev.almanac.command.changerequest.model.ChangeRequestState.Waiting;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.events.changerequest.ChangeRequestChange;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestRejected;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What was proposed is not to be applied. */
public record RejectChangeRequest(
        @TargetAggregateIdentifier String changeRequestId,
        @Nullable String reason,
        Request request) implements Command {

    public static Outcome<ChangeRequestChange> decide(RejectChangeRequest command, ChangeRequestState state) {
        return switch (state) {
            case ChangeRequestState.Absent _ ->
                Outcome.refused(new SubjectDoesNotExist("Change request", command.changeRequestId()));
            case Asked asked ->
                Refusals.firstOr(
                        () -> command.decide(asked),
                        () -> ChangeRequestState.refusal(
                                asked, command.request().caller()));
        };
    }

    private Outcome<ChangeRequestChange> decide(Asked asked) {
        return switch (asked) {
            case Waiting _ ->
                Outcome.accepted(new ChangeRequestRejected(
                        changeRequestId, reason, request.at(), request.caller().subject()));
            case Rejected _ -> Outcome.unchanged();
            case ChangeRequestState.NotUnderstood _, ChangeRequestState.Confirmed _, ChangeRequestState.Overtaken _ ->
                Outcome.refused(new ActionIsNotAvailable(ChangeRequestState.said(asked)));
        };
    }
}
