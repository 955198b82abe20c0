package dev.almanac.command.changerequest.draft;

import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Request;
import dev.almanac.command.changerequest.draft.Tryout.Outcome;
import dev.almanac.command.changerequest.interpret.Candidate;
import dev.almanac.command.changerequest.interpret.Candidates;
import dev.almanac.command.changerequest.interpret.CheckedInterpreter;
import dev.almanac.command.changerequest.interpret.GrammarInterpreter;
import dev.almanac.command.changerequest.interpret.Interpretation;
import dev.almanac.command.changerequest.interpret.Interpretation.NotUnderstood;
import dev.almanac.command.changerequest.interpret.Interpretation.Understood;
import dev.almanac.command.changerequest.interpret.Interpreter;
import dev.almanac.command.changerequest.interpret.Sentence;
import dev.almanac.command.changerequest.plan.Plan;
import dev.almanac.command.changerequest.plan.Plan.Impossible;
import dev.almanac.command.changerequest.plan.Plan.Planned;
import dev.almanac.command.changerequest.plan.Present;
import dev.almanac.command.changerequest.plan.Standing;
import dev.almanac.command.dispatch.Turns;
import dev.almanac.command.ledger.SubjectNames;
import dev.almanac.command.ledger.SubjectNames.Named;
import dev.almanac.command.ledger.TimeSlotUnavailable;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.store.Appending;
import dev.almanac.events.OccurrenceId;
import dev.almanac.events.changerequest.AskedChange;
import dev.almanac.events.changerequest.ChangeRequestChange;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestNotUnderstood;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestProposed;
import dev.almanac.events.changerequest.ChangeSummary;
import dev.almanac.events.changerequest.ChangeSummary.Outlook;
import dev.almanac.events.changerequest.ChangeWarning;
import dev.almanac.events.changerequest.ChangeWarning.Code;
import dev.almanac.events.changerequest.NamedSubject;
import dev.almanac.events.changerequest.SubjectKind;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Drafts of change requests. An interpreter may take its time: only what asks the store waits for a turn there. */
@Component
public class Drafts {
    private static final int CANDIDATES_MAX = 20;
    private static final double IN_CONFLICT = 0.5;

    private final SubjectNames names;
    private final Standings standings;
    private final Tryout tryout;
    private final Turns turns;
    private final Interpreter interpreter;
    private final Duration openFor;

    /** Another interpreter than ours is a bean. */
    Drafts(
            SubjectNames names,
            Standings standings,
            Tryout tryout,
            Turns turns,
            ObjectProvider<Interpreter> interpreters,
            @Value("${almanac.change-requests.open-for}") Duration openFor) {
        this.names = names;
        this.standings = standings;
        this.tryout = tryout;
        this.turns = turns;
        this.interpreter = new CheckedInterpreter(interpreters.getIfAvailable(GrammarInterpreter::new));
        this.openFor = openFor;
    }

    /** A sentence as it was asked. */
    public record Wish(
            String text, String timeZone, @Nullable String subjectId) {}

    /** On the calling thread, which must be a virtual one. */
    public ChangeRequestChange draft(String changeRequestId, Wish wish, Request request) {
        ZoneId zone = ZoneId.of(wish.timeZone());
        Sentence sentence = new Sentence(wish.text(), zone, LocalDateTime.ofInstant(request.at(), zone));
        Candidates candidates = turns.decideHere(() -> candidates(wish, request));
        Interpretation interpretation = interpreter.interpret(sentence, candidates);
        Draft draft = new Draft(
                changeRequestId,
                new AskedChange(wish.text(), wish.timeZone(), wish.subjectId(), interpreter.name()),
                new Present(request.at(), zone),
                request);
        return switch (interpretation) {
            case NotUnderstood(var warnings, var meant) -> draft.nothing(warnings, meant);
            case Understood understood -> turns.decideHere(() -> draft.planned(understood));
        };
    }

    private Candidates candidates(Wish wish, Request request) {
        Caller caller = request.caller();
        String subjectId = wish.subjectId();
        Candidate given = subjectId == null
                ? null
                : names.find(OccurrenceId.seriesOf(subjectId), caller, request.at())
                        .map(named -> candidate(named, subjectId))
                        .orElseThrow(() -> Appending.refused(new SubjectDoesNotExist("Rule or event", subjectId)));
        List<Candidate> named = names.sharing(wish.text(), caller, request.at(), CANDIDATES_MAX).stream()
                .map(one -> candidate(one, one.subjectId()))
                .toList();
        return new Candidates(named, given);
    }

    private Candidate candidate(Named named, String id) {
        SubjectKind kind = named.rule() ? SubjectKind.RULE : SubjectKind.EVENT;
        boolean recurring = standings
                .of(kind, named.subjectId())
                .filter(Standing::recurring)
                .isPresent();
        return new Candidate(kind, id, named.name(), recurring);
    }

    /** What is known of a request while it is drafted. */
    private final class Draft {
        private final String id;
        private final AskedChange asked;
        private final Present present;
        private final Request request;

        private Draft(String id, AskedChange asked, Present present, Request request) {
            this.id = id;
            this.asked = asked;
            this.present = present;
            this.request = request;
        }

        private ChangeRequestChange nothing(List<ChangeWarning> warnings, List<Candidate> meant) {
            return new ChangeRequestNotUnderstood(
                    id,
                    asked,
                    warnings,
                    meant.stream()
                            .map(one -> new NamedSubject(one.kind(), one.subjectId(), one.name()))
                            .toList(),
                    request.at(),
                    request.caller().subject());
        }

        private ChangeRequestChange planned(Understood understood) {
            Candidate subject = understood.subject();
            String seriesId = OccurrenceId.seriesOf(subject.subjectId());
            return standings
                    .of(subject.kind(), seriesId)
                    .map(standing -> planned(understood, standing, seriesId))
                    .orElseGet(() -> nothing(
                            List.of(new ChangeWarning(Code.NOTHING_MATCHED, "It is there no more")), List.of()));
        }

        private ChangeRequestChange planned(Understood understood, Standing standing, String seriesId) {
            Candidate subject = understood.subject();
            String occurrenceId = subject.subjectId().equals(seriesId) ? null : subject.subjectId();
            Plan plan = standing.plan(understood.intention(), present, occurrenceId);
            return switch (plan) {
                case Impossible(var warning) -> nothing(List.of(warning), List.of(subject));
                case Planned planned -> triedOut(understood, standing, planned, seriesId);
            };
        }

        private ChangeRequestChange triedOut(Understood understood, Standing standing, Planned plan, String seriesId) {
            Candidate subject = understood.subject();
            Outcome outcome = tryout.of(ProposedCommands.of(id, plan.changes(), request), subject.kind(), seriesId);
            Rejection refusal = outcome.refusal().orElse(null);
            if (refusal != null && !isConflict(refusal)) {
                return nothing(List.of(new ChangeWarning(Code.REFUSED, refusal.detail())), List.of(subject));
            }
            if (refusal == null && !outcome.changed()) {
                return nothing(
                        List.of(new ChangeWarning(Code.NO_CHANGE, "All is as it was asked for already")),
                        List.of(subject));
            }
            double confidence = understood.confidence() * plan.certainty() * (refusal == null ? 1 : IN_CONFLICT);
            return new ChangeRequestProposed(
                    id,
                    asked,
                    plan.changes(),
                    new ChangeSummary(standing.outlook(request.at()), after(outcome)),
                    Math.round(confidence * 100) / 100.0,
                    warnings(understood, plan, outcome),
                    request.at(),
                    request.at().plus(openFor),
                    request.caller().subject());
        }

        private Outlook after(Outcome outcome) {
            return outcome.after()
                    .map(standing -> standing.outlook(request.at()))
                    .orElseGet(() -> new Outlook(
                            outcome.refusal().isPresent()
                                    ? "As it is, while others are in the way"
                                    : "Not on its calendar",
                            List.of()));
        }

        private List<ChangeWarning> warnings(Understood understood, Planned plan, Outcome outcome) {
            List<ChangeWarning> all = new ArrayList<>(understood.warnings());
            all.addAll(plan.warnings());
            outcome.refusal().ifPresent(refusal -> all.add(new ChangeWarning(Code.CONFLICT, refusal.detail())));
            outcome.warnings().forEach(warning -> all.add(new ChangeWarning(Code.CONFLICT, warning)));
            outcome.after().stream()
                    .flatMap(standing -> standing.dst(request.at()).stream())
                    .map(skip -> new ChangeWarning(
                            Code.DST, "The clocks change at " + skip.nominal() + ": " + skip.effect()))
                    .forEach(all::add);
            return all;
        }
    }

    private static boolean isConflict(Rejection refusal) {
        return refusal instanceof Rejection.Conflicting || refusal instanceof TimeSlotUnavailable;
    }
}
