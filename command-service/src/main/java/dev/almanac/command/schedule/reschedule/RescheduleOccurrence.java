package dev.almanac.command.schedule.reschedule;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.ledger.Terms;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.model.BookingRules;
import dev.almanac.command.schedule.model.Timetable;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduledEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Moves one occurrence of a series, or brings it back that was taken off its calendar; it keeps its id, and the rest of the
 * series stays where it is.
 */
public record RescheduleOccurrence(
        String scheduleId,
        String occurrenceId,
        Instant newStart,
        @Nullable Instant newEnd,
        @Nullable String reason,
        @Nullable String overrideReason,
        Request request)
        implements Command {

    public static Outcome<ScheduleChange> decide(RescheduleOccurrence command, ScheduledEvent state) {
        return Timetable.place(state, command.occurrenceId())
                .map(place -> command.decide(place))
                .orElseGet(() -> Outcome.refused(new SubjectDoesNotExist("Occurrence", command.occurrenceId())));
    }

    private Outcome<ScheduleChange> decide(Timetable.Place place) {
        TimeSlot from = place.slot().orElse(place.planned());
        TimeSlot to = newEnd == null ? from.movedTo(newStart) : new TimeSlot(newStart, newEnd);
        if (place.slot().filter(to::equals).isPresent()) {
            return Outcome.unchanged();
        }
        return Refusals.firstOr(
                () -> Outcome.accepted(rescheduled(place, to)),
                () -> BookingRules.ofLength(to),
                () -> BookingRules.ofStart(to.start(), request.at(), "newStartDateTime"),
                () -> place.slot().flatMap(slot -> BookingRules.ofLateness(slot.start(), request)));
    }

    private OccurrenceRescheduled rescheduled(Timetable.Place place, TimeSlot to) {
        return new OccurrenceRescheduled(
                scheduleId,
                occurrenceId,
                to.start(),
                to.end(),
                place.ownDetails(),
                Terms.unlessOverridden(overrideReason).because(reason),
                request.caller().subject(),
                place.meant(to.start()));
    }
}
