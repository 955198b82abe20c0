package dev.almanac.command.overbooking;

import static java.util.Comparator.comparingDouble;

import dev.almanac.command.access.Request;
import dev.almanac.command.ledger.Settlement;
import dev.almanac.command.ledger.Terms;
import dev.almanac.command.ledger.Verdict;
import dev.almanac.command.store.Receipt;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.OverbookingAllowedByOverride;
import dev.almanac.events.calendar.CalendarChange.OverbookingWarningTriggered;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a settlement means for the calendars: at most one change for each schedule and calendar, however long a series. */
public final class Overbookings {
    private static final double WARNING_THRESHOLD = 0.8;

    private Overbookings() {}

    public static List<CalendarChange> of(Settlement settlement, Terms terms, Request request) {
        Collection<List<Verdict>> bySchedule = settlement.verdicts().stream()
                .filter(verdict -> verdict.isNew() && verdict.isAdmitted())
                .collect(Collectors.groupingBy(
                        verdict -> Map.entry(
                                verdict.claim().scheduleId(), verdict.claim().calendarId()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
        List<CalendarChange> changes = new ArrayList<>();
        bySchedule.forEach(verdicts -> of(verdicts, terms, request).ifPresent(changes::add));
        return changes;
    }

    /** SCH-022: the answer warns the booker too. */
    public static void warn(CalendarChange change, Receipt receipt) {
        if (change instanceof OverbookingWarningTriggered warning) {
            receipt.warn("The calendar is nearly full: " + warning.currentCount() + " of " + warning.maxCapacity()
                    + " from " + warning.startDateTime() + " to " + warning.endDateTime() + " (SCH-022)");
        }
    }

    private static Optional<CalendarChange> of(List<Verdict> verdicts, Terms terms, Request request) {
        Verdict fullest =
                verdicts.stream().max(comparingDouble(Overbookings::occupancy)).orElseThrow();
        return terms.overrideReason() != null && isOverridden(fullest)
                ? Optional.of(allowed(fullest, terms.overrideReason(), request))
                : Optional.of(fullest).filter(Overbookings::isNearlyFull).map(Overbookings::warning);
    }

    /** SCH-021: where the calendar itself allows overbooking, nobody overrides anything. */
    private static boolean isOverridden(Verdict verdict) {
        return verdict.kind() == Verdict.Kind.FLAGGED && !verdict.lane().allowOverbooking();
    }

    /** SCH-022: the only place of a calendar is either free or taken, and never nearly full. */
    private static boolean isNearlyFull(Verdict verdict) {
        return verdict.lane().capacity() > 1 && occupancy(verdict) >= WARNING_THRESHOLD;
    }

    private static double occupancy(Verdict verdict) {
        return (double) verdict.holding() / verdict.lane().capacity();
    }

    private static CalendarChange warning(Verdict verdict) {
        return new OverbookingWarningTriggered(
                verdict.claim().calendarId(),
                verdict.claim().scheduleId(),
                verdict.claim().slot().start(),
                verdict.claim().slot().end(),
                verdict.holding(),
                verdict.lane().capacity(),
                WARNING_THRESHOLD);
    }

    private static CalendarChange allowed(Verdict verdict, String reason, Request request) {
        return new OverbookingAllowedByOverride(
                verdict.claim().calendarId(),
                verdict.claim().scheduleId(),
                request.caller().subject(),
                reason,
                request.at());
    }
}
