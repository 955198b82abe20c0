package dev.almanac.command.schedule;

import dev.almanac.command.schedule.model.Relocated;
import dev.almanac.command.schedule.model.Timetable;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds from where to where a command moved what it was about. */
final class Relocation {
    private Relocation() {}

    /** Nothing where nothing moved. Companions, which come last, are not what the command was about. */
    static Optional<Relocated> of(List<Revision> revisions) {
        return revisions.stream()
                .flatMap(revision ->
                        revision.changes().stream().flatMap(change -> of(revisions, revision, change).stream()))
                .findFirst();
    }

    private static Optional<Relocated> of(List<Revision> all, Revision revision, ScheduleChange change) {
        return switch (change) {
            case EventRescheduled c -> Optional.of(new Relocated(c.oldSlot(), c.newSlot(), c.timeZone(), null));
            case OccurrenceRescheduled c ->
                Timetable.place(revision.before(), c.occurrenceId())
                        .map(place -> new Relocated(
                                place.slot().orElse(null),
                                c.newSlot(),
                                place.booked().booking().timeZone(),
                                null));
            case EventUpdated c -> replaced(revision, c.booking());
            case EventScheduledOnCalendar c ->
                c.splitFrom() == null ? replaced(revision, c.booking()) : split(all, c, c.splitFrom());
            default -> Optional.empty();
        };
    }

    private static Optional<Relocated> replaced(Revision revision, Booking booking) {
        return revision.before() instanceof Booked was && !was.booking().slot().equals(booking.slot())
                ? Optional.of(new Relocated(was.booking().slot(), booking.slot(), booking.timeZone(), null))
                : Optional.empty();
    }

    /** The first occurrence of the new series was the first that the old one has no more. */
    private static Optional<Relocated> split(List<Revision> all, EventScheduledOnCalendar begun, String oldSeries) {
        @Nullable
        TimeSlot from = all.stream()
                .filter(revision -> revision.scheduleId().equals(oldSeries))
                .flatMap(revision -> firstGone(revision).stream())
                .findFirst()
                .orElse(null);
        return Optional.of(
                new Relocated(from, begun.booking().slot(), begun.booking().timeZone(), begun.scheduleId()));
    }

    private static Optional<TimeSlot> firstGone(Revision revision) {
        if (!(revision.before() instanceof Booked was && revision.after() instanceof Booked is)) {
            return Optional.empty();
        }
        Timetable before = Timetable.of(was);
        int kept = Timetable.of(is).size();
        return kept < before.size()
                ? before.slot(kept)
                : Stream.<TimeSlot>empty().findFirst();
    }
}
