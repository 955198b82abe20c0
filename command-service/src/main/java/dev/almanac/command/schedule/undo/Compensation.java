package dev.almanac.command.schedule.undo;

import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.OccurrenceException;
import dev.almanac.events.schedule.OccurrenceException.Cancelled;
import dev.almanac.events.schedule.OccurrenceException.Moved;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceConfirmed;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** The changes that bring an event back to what it was: the smallest that say it, else all of it anew. */
record Compensation(UndoTarget episode, String by) {
    private static final String REASON = "undone";

    List<ScheduleChange> changes() {
        return switch (episode.before()) {
            case Booked was -> toBooked(was);
            case ScheduledEvent.Unscheduled(var was) -> toUnscheduled(was);
            case ScheduledEvent.Absent _, ScheduledEvent.Removed _ -> toNothing();
        };
    }

    private List<ScheduleChange> toBooked(Booked was) {
        return episode.after() instanceof Booked now
                        && now.status() == was.status()
                        && now.exceptions().equals(was.exceptions())
                        && now.confirmed().equals(was.confirmed())
                ? List.of(back(was, now))
                : anew(was);
    }

    private ScheduleChange back(Booked was, Booked now) {
        Booking moved = now.booking()
                .shiftedTo(
                        was.booking().slot(),
                        was.booking().timeZone(),
                        was.booking().localStart());
        return moved.equals(was.booking()) && now.details().equals(was.details())
                ? rescheduled(now.booking(), was.booking())
                : new EventUpdated(episode.scheduleId(), was.booking(), was.details(), REASON, null);
    }

    private EventRescheduled rescheduled(Booking from, Booking to) {
        return new EventRescheduled(
                episode.scheduleId(),
                from.startDateTime(),
                from.endDateTime(),
                to.startDateTime(),
                to.endDateTime(),
                to.timeZone(),
                REASON,
                false,
                by,
                to.recurs() ? true : null,
                to.localStart());
    }

    private List<ScheduleChange> anew(Booked was) {
        List<ScheduleChange> changes = new ArrayList<>();
        changes.add(new EventScheduledOnCalendar(
                episode.scheduleId(), was.booking(), was.details(), was.status(), was.scheduledBy(), REASON, null));
        new TreeMap<>(was.exceptions()).forEach((id, exception) -> changes.add(exception(id, exception)));
        new TreeSet<>(was.confirmed())
                .forEach(id -> changes.add(new OccurrenceConfirmed(episode.scheduleId(), id, by, REASON)));
        return changes;
    }

    private ScheduleChange exception(String occurrenceId, OccurrenceException exception) {
        return switch (exception) {
            case Cancelled() -> new OccurrenceCancelled(episode.scheduleId(), occurrenceId, REASON, by);
            case Moved(var slot, var details, var localStart) ->
                new OccurrenceRescheduled(
                        episode.scheduleId(), occurrenceId, slot.start(), slot.end(), details, REASON, by, localStart);
        };
    }

    private List<ScheduleChange> toUnscheduled(Booked was) {
        List<ScheduleChange> changes = new ArrayList<>(anew(was));
        changes.add(removed(was, true));
        return changes;
    }

    private List<ScheduleChange> toNothing() {
        return episode.after() instanceof Booked now ? List.of(removed(now, false)) : List.of();
    }

    private EventRemovedFromCalendar removed(Booked booked, boolean unscheduled) {
        return new EventRemovedFromCalendar(
                episode.scheduleId(), booked.booking().calendarId(), by, REASON, unscheduled);
    }
}
