package dev.almanac.command.changerequest.confirm;

import static dev.almanac.command.store.Appending.refused;
import static dev.almanac.command.store.Appending.unless;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.changerequest.answer.ChangeRequestAnswer;
import dev.almanac.command.changerequest.draft.Drafts;
import dev.almanac.command.changerequest.draft.Drafts.Wish;
import dev.almanac.command.changerequest.draft.ProposedCommands;
import dev.almanac.command.changerequest.model.ChangeRequestState;
import dev.almanac.command.changerequest.model.ChangeRequestState.Asked;
import dev.almanac.command.changerequest.model.ChangeRequestState.Confirmed;
import dev.almanac.command.changerequest.model.ChangeRequestState.NotUnderstood;
import dev.almanac.command.changerequest.model.ChangeRequestState.Overtaken;
import dev.almanac.command.changerequest.model.ChangeRequestState.Rejected;
import dev.almanac.command.changerequest.model.ChangeRequestState.Waiting;
import dev.almanac.command.dispatch.Dispatcher;
import dev.almanac.command.dispatch.Turns;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswers;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.CallerMayNot;
import dev.almanac.command.rejection.ProposalIsOvertaken;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.store.Receipt;
import dev.almanac.events.OccurrenceId;
import dev.almanac.events.changerequest.AppliedChange;
import dev.almanac.events.changerequest.AskedChange;
import dev.almanac.events.changerequest.ChangeRequestChange;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestProposed;
import dev.almanac.events.changerequest.ProposedChange;
import dev.almanac.events.changerequest.SubjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.CommandExecutionException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies what was proposed and records that it did in one transaction: a crash leaves both or neither. What was changed by
 * others in between is not applied, but proposed anew.
 */
@Component
class Confirmation {
    private final TransactionTemplate transaction;
    private final ChangeRequests requests;
    private final Drafts drafts;
    private final Dispatcher dispatcher;
    private final Turns turns;
    private final WriteAnswers answers;

    Confirmation(
            PlatformTransactionManager transactions,
            ChangeRequests requests,
            Drafts drafts,
            Dispatcher dispatcher,
            Turns turns,
            WriteAnswers answers) {
        this.transaction = new TransactionTemplate(transactions);
        this.requests = requests;
        this.drafts = drafts;
        this.dispatcher = dispatcher;
        this.turns = turns;
        this.answers = answers;
    }

    /** What its subject is like by now was not proposed for. It rolls back what was applied before it. */
    private static final class Stale extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient AskedChange asked;

        private Stale(AskedChange asked) {
            super("overtaken", null, false, false);
            this.asked = asked;
        }
    }

    /** On the calling thread, which must be a virtual one. */
    ResponseEntity<ConfirmedAnswer> confirm(String id, Request request) {
        try {
            return turns.decideHere(() -> Objects.requireNonNull(transaction.execute(_ -> applied(id, request))));
        } catch (Stale stale) {
            throw overtaken(id, stale.asked, request);
        }
    }

    /** Confirmed once more by somebody who did not hear of the first time, it is answered as that was. */
    private ResponseEntity<ConfirmedAnswer> applied(String id, Request request) {
        return switch (requests.locked(id)) {
            case ChangeRequestState.Absent _ -> throw refused(new SubjectDoesNotExist("Change request", id));
            case Asked asked -> applied(id, asked, request);
        };
    }

    private ResponseEntity<ConfirmedAnswer> applied(String id, Asked asked, Request request) {
        unless(ChangeRequestState.refusal(asked, request.caller()));
        return switch (asked) {
            case Waiting(var proposed) -> applied(proposed, request);
            case Confirmed(var _, var applied) -> answer(id, applied, new Receipt(), request);
            case Overtaken overtaken ->
                throw refused(new ProposalIsOvertaken(ChangeRequestState.said(overtaken), null));
            case NotUnderstood nothing -> throw refused(new ActionIsNotAvailable(ChangeRequestState.said(nothing)));
            case Rejected rejected -> throw refused(new ActionIsNotAvailable(ChangeRequestState.said(rejected)));
        };
    }

    private ResponseEntity<ConfirmedAnswer> applied(ChangeRequestProposed proposed, Request request) {
        String id = proposed.changeRequestId();
        if (!request.at().isBefore(proposed.expiresAt())) {
            throw refused(new ActionIsNotAvailable("The proposal has expired: ask again"));
        }
        if (proposed.changes().stream().anyMatch(change -> change.subject() == SubjectKind.RULE)
                && !request.caller().isAtLeast(Role.STAFF)) {
            throw refused(new CallerMayNot("Rules are changed by staff"));
        }
        List<Command> commands = ProposedCommands.of(id, proposed.changes(), request);
        List<AppliedChange> applied = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            applied.add(applied(proposed.changes().get(i), commands.get(i), proposed.asked()));
        }
        Receipt receipt = dispatcher.send(new ConfirmChangeRequest(id, applied, request.unkeyed()));
        return answer(id, applied, receipt, request);
    }

    private AppliedChange applied(ProposedChange change, Command command, AskedChange asked) {
        try {
            String subject = OccurrenceId.seriesOf(change.subjectId());
            return dispatcher.send(command).entries().stream()
                    .filter(entry -> entry.subject().equals(subject))
                    .reduce((_, later) -> later)
                    .map(entry -> new AppliedChange(change.subject(), subject, entry.changeId(), entry.version()))
                    .orElseThrow(() -> new Stale(asked));
        } catch (CommandExecutionException e) {
            if (e.<Rejection>getDetails().filter(Confirmation::isStale).isPresent()) {
                throw new Stale(asked);
            }
            throw e;
        }
    }

    private static boolean isStale(Rejection refusal) {
        return refusal instanceof Rejection.Stale || refusal instanceof Rejection.Missing;
    }

    private ResponseEntity<ConfirmedAnswer> answer(
            String id, List<AppliedChange> applied, Receipt receipt, Request request) {
        return Write.changing(
                        id,
                        new ConfirmChangeRequest(id, applied, request),
                        (write, _) -> ConfirmedAnswer.of(write, applied))
                .answering()
                .answer(receipt, answers);
    }

    /** The next proposal has an id of its own: who confirms blindly what they have not seen confirms nothing. */
    private CommandExecutionException overtaken(String id, AskedChange asked, Request request) {
        String successor = UUID.randomUUID().toString();
        ChangeRequestChange draft =
                drafts.draft(successor, new Wish(asked.text(), asked.timeZone(), asked.subjectId()), request);
        ResponseEntity<ChangeRequestAnswer> answer = turns.decideHere(
                () -> Objects.requireNonNull(transaction.execute(_ -> askedAnew(id, successor, draft, request))));
        return refused(new ProposalIsOvertaken(
                "What it is about has changed since it was proposed: nothing was applied, and " + successor
                        + " asks for it anew",
                answer.getBody()));
    }

    private ResponseEntity<ChangeRequestAnswer> askedAnew(
            String id, String successor, ChangeRequestChange draft, Request request) {
        if (!(requests.locked(id) instanceof Waiting)) {
            throw refused(new ActionIsNotAvailable("Somebody else has decided about it meanwhile"));
        }
        AskAnew anew = new AskAnew(successor, draft, request.unkeyed());
        Receipt receipt = dispatcher.send(anew);
        dispatcher.send(new OvertakeChangeRequest(id, successor, request.unkeyed()));
        return Write.changing(successor, anew, (write, _) -> ChangeRequestAnswer.of(write, draft))
                .answering()
                .answer(receipt, answers);
    }
}
