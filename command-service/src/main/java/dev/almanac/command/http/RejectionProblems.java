package dev.almanac.command.http;

import dev.almanac.command.ledger.SlotIsFull;
import dev.almanac.command.ledger.TimeSlotUnavailable;
import dev.almanac.command.rejection.ItemsAreRefused;
import dev.almanac.command.rejection.ProposalIsOvertaken;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.web.ProblemNames;
import dev.almanac.web.Problems;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The one place where a refusal becomes an HTTP status and a problem. */
final class RejectionProblems {
    private RejectionProblems() {}

    static ProblemDetail problem(Rejection rejection) {
        ProblemDetail problem = Problems.problem(status(rejection), name(rejection), rejection.detail());
        if (rejection.rule() != null) {
            problem.setProperty("rule", rejection.rule());
        }
        if (rejection.field() != null) {
            problem.setProperty("errors", Map.of(rejection.field(), List.of(rejection.detail())));
        }
        if (rejection instanceof SlotIsFull full) {
            problem.setProperty("conflictingEvents", full.conflictingEvents());
            problem.setProperty(
                    "occurrences",
                    full.refused().stream().map(OccurrenceAnswer::of).toList());
        }
        if (rejection instanceof TimeSlotUnavailable out) {
            problem.setProperty("conflictingEvents", out.outages());
            problem.setProperty(
                    "occurrences",
                    out.refused().stream().map(OccurrenceAnswer::of).toList());
            problem.setProperty(
                    "freeSlots",
                    out.freeSlots().stream().map(FreeSlotAnswer::of).toList());
        }
        if (rejection instanceof ProposalIsOvertaken overtaken && overtaken.proposal() != null) {
            problem.setProperty("proposal", overtaken.proposal());
        }
        if (rejection instanceof ItemsAreRefused refused) {
            problem.setProperty(
                    "items",
                    refused.items().stream()
                            .map(item -> new BulkAnswer.Item(item.id(), null, problem(item.rejection())))
                            .toList());
        }
        return problem;
    }

    private static String name(Rejection rejection) {
        return rejection instanceof SubjectDoesNotExist
                ? ProblemNames.of(HttpStatus.NOT_FOUND.value())
                : ProblemNames.kebab(rejection.getClass());
    }

    private static HttpStatus status(Rejection rejection) {
        return switch (rejection) {
            case Rejection.Invalid _ -> HttpStatus.BAD_REQUEST;
            case Rejection.Forbidden _ -> HttpStatus.FORBIDDEN;
            case Rejection.Missing _ -> HttpStatus.NOT_FOUND;
            case Rejection.Conflicting _ -> HttpStatus.CONFLICT;
            case Rejection.TooLarge _ -> HttpStatus.CONTENT_TOO_LARGE;
            case Rejection.Stale _ -> HttpStatus.PRECONDITION_FAILED;
            case Rejection.Unprocessable _ -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
