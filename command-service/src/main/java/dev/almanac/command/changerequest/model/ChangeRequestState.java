package dev.almanac.command.changerequest.model;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.almanac.command.access.Caller;
import dev.almanac.command.rejection.CallerMayNot;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.events.changerequest.AppliedChange;
import dev.almanac.events.changerequest.ChangeRequestChange;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestConfirmed;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestNotUnderstood;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestOvertaken;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestProposed;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestRejected;
import java.util.List;
import java.util.Optional;

/** A change request: not there yet, nothing to confirm, waiting for somebody, or settled in one of three ways. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface ChangeRequestState {

    record Absent() implements ChangeRequestState {}

    /** Asked by somebody. */
    sealed interface Asked extends ChangeRequestState {
        String askedBy();
    }

    record NotUnderstood(String askedBy) implements Asked {}

    record Waiting(ChangeRequestProposed proposed) implements Asked {
        @Override
        public String askedBy() {
            return proposed.proposedBy();
        }
    }

    record Confirmed(String askedBy, List<AppliedChange> applied) implements Asked {
        public Confirmed {
            applied = List.copyOf(applied);
        }
    }

    record Rejected(String askedBy) implements Asked {}

    record Overtaken(String askedBy, String successor) implements Asked {}

    static ChangeRequestState evolve(ChangeRequestState state, ChangeRequestChange change) {
        return switch (change) {
            case ChangeRequestProposed proposed -> new Waiting(proposed);
            case ChangeRequestNotUnderstood asked -> new NotUnderstood(asked.askedBy());
            case ChangeRequestConfirmed confirmed -> new Confirmed(askedBy(state), confirmed.applied());
            case ChangeRequestRejected _ -> new Rejected(askedBy(state));
            case ChangeRequestOvertaken overtaken -> new Overtaken(askedBy(state), overtaken.successor());
        };
    }

    private static String askedBy(ChangeRequestState state) {
        return switch (state) {
            case Asked asked -> asked.askedBy();
            case Absent _ -> throw new IllegalStateException("a change of a request that nobody made");
        };
    }

    /** A request is its author's, and managers'. */
    static Optional<Rejection> refusal(Asked asked, Caller caller) {
        return caller.isManager() || asked.askedBy().equals(caller.subject())
                ? Optional.empty()
                : Optional.of(new CallerMayNot("The change was asked for by somebody else"));
    }

    /** How it stands, to a person. */
    static String said(Asked settled) {
        return switch (settled) {
            case NotUnderstood _ -> "Nothing was proposed";
            case Waiting _ -> "The proposal waits";
            case Confirmed _ -> "The proposal was confirmed";
            case Rejected _ -> "The proposal was rejected";
            case Overtaken(var _, var successor) -> "The proposal was overtaken: " + successor + " asks for it anew";
        };
    }
}
