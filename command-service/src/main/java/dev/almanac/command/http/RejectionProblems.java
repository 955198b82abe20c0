package dev.almanac.command.http;

import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.rejection.Rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.Rejection.CalendarHasTooManyShares;
import dev.almanac.command.rejection.Rejection.CalendarIsUnknownOrInactive;
import dev.almanac.command.rejection.Rejection.CallerMayNot;
import dev.almanac.command.rejection.Rejection.ChangeCannotBeUndone;
import dev.almanac.command.rejection.Rejection.ChangeComesTooLate;
import dev.almanac.command.rejection.Rejection.ChangeIsTooLarge;
import dev.almanac.command.rejection.Rejection.EventEndsBeforeItStarts;
import dev.almanac.command.rejection.Rejection.EventIsOutsideTheCalendar;
import dev.almanac.command.rejection.Rejection.EventIsTooLong;
import dev.almanac.command.rejection.Rejection.EventIsTooShort;
import dev.almanac.command.rejection.Rejection.EventIsUnscheduled;
import dev.almanac.command.rejection.Rejection.EventStartsInThePast;
import dev.almanac.command.rejection.Rejection.EventWasRemoved;
import dev.almanac.command.rejection.Rejection.FileIsNoCalendar;
import dev.almanac.command.rejection.Rejection.IdempotencyKeyWasUsedOtherwise;
import dev.almanac.command.rejection.Rejection.ItemsAreRefused;
import dev.almanac.command.rejection.Rejection.OutsideBookingRules;
import dev.almanac.command.rejection.Rejection.OverrideNeedsAManager;
import dev.almanac.command.rejection.Rejection.PauseEndsInThePast;
import dev.almanac.command.rejection.Rejection.QueueIsNoQueueCalendar;
import dev.almanac.command.rejection.Rejection.RecurrenceIsInvalid;
import dev.almanac.command.rejection.Rejection.ResourceIsUnknown;
import dev.almanac.command.rejection.Rejection.RuleIsRunning;
import dev.almanac.command.rejection.Rejection.RuleNeverRuns;
import dev.almanac.command.rejection.Rejection.RuleRunsTooOften;
import dev.almanac.command.rejection.Rejection.SeriesHasNoOccurrence;
import dev.almanac.command.rejection.Rejection.SeriesHasTooManyOccurrences;
import dev.almanac.command.rejection.Rejection.SlotIsFull;
import dev.almanac.command.rejection.Rejection.SubjectDoesNotExist;
import dev.almanac.command.rejection.Rejection.TimeSlotUnavailable;
import dev.almanac.command.rejection.Rejection.UnavailablePeriodsOverlap;
import dev.almanac.command.rejection.Rejection.UserHasTooManyRules;
import dev.almanac.command.rejection.Rejection.ValueCannotBeStored;
import dev.almanac.command.rejection.Rejection.VersionIsStale;
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
            case EventEndsBeforeItStarts _,
                    EventIsTooShort _,
                    EventIsTooLong _,
                    EventIsOutsideTheCalendar _,
                    EventStartsInThePast _,
                    SeriesHasTooManyOccurrences _,
                    SeriesHasNoOccurrence _,
                    CalendarIsUnknownOrInactive _,
                    ResourceIsUnknown _,
                    RuleRunsTooOften _,
                    RuleNeverRuns _,
                    RecurrenceIsInvalid _,
                    PauseEndsInThePast _,
                    QueueIsNoQueueCalendar _,
                    ValueCannotBeStored _,
                    FileIsNoCalendar _ -> HttpStatus.BAD_REQUEST;
            case ChangeComesTooLate _, OverrideNeedsAManager _, CallerMayNot _ -> HttpStatus.FORBIDDEN;
            case SubjectDoesNotExist _ -> HttpStatus.NOT_FOUND;
            case SlotIsFull _,
                    RuleIsRunning _,
                    UnavailablePeriodsOverlap _,
                    UserHasTooManyRules _,
                    CalendarHasTooManyShares _ -> HttpStatus.CONFLICT;
            case ChangeIsTooLarge _ -> HttpStatus.CONTENT_TOO_LARGE;
            case VersionIsStale _ -> HttpStatus.PRECONDITION_FAILED;
            case EventWasRemoved _,
                    TimeSlotUnavailable _,
                    OutsideBookingRules _,
                    EventIsUnscheduled _,
                    ChangeCannotBeUndone _,
                    IdempotencyKeyWasUsedOtherwise _,
                    ItemsAreRefused _,
                    ActionIsNotAvailable _ -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
