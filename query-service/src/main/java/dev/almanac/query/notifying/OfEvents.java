package dev.almanac.query.notifying;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.notification.Notice;
import dev.almanac.events.notification.NoticeAction;
import dev.almanac.events.notification.NotificationCategory;
import dev.almanac.events.notification.NotificationType;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.ChangeUndone;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceConfirmed;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduleChange.ScheduleConfirmed;
import dev.almanac.query.events.ScheduleView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whoever takes part in an event hears of what others do to it; who asked to be notified hears of their own move, too. */
record OfEvents(Said said, Known known) {

    /** What is said of an event in a sentence. */
    private record Deed(
            NotificationType type,
            String subjectId,
            @Nullable String reason,
            @Nullable TimeSlot slot,
            @Nullable Instant before) {}

    List<Telling> of(ScheduleChange change) {
        return known.event(change.scheduleId()).stream()
                .flatMap(event -> change instanceof EventScheduledOnCalendar booked
                        ? invited(booked, event)
                        : deed(change, event)
                                .map(deed ->
                                        telling(deed, event, concerned(change, event), NotificationCategory.NORMAL))
                                .stream())
                .toList();
    }

    /** Whoever answers for its resources has to come; that something was booked at all is hardly news for the calendar's owner. */
    private Stream<Telling> invited(EventScheduledOnCalendar booked, ScheduleView event) {
        Deed deed = new Deed(
                NotificationType.EVENT_INVITED,
                booked.scheduleId(),
                booked.reason(),
                booked.booking().slot(),
                null);
        Set<String> attendees = said.others(known.attendeesOf(event));
        Set<String> others = said.others(known.peopleOf(event));
        others.removeAll(attendees);
        return Stream.of(
                telling(deed, event, attendees, NotificationCategory.NORMAL),
                telling(deed, event, others, NotificationCategory.LOW));
    }

    private Set<String> concerned(ScheduleChange change, ScheduleView event) {
        Set<String> people = said.others(known.peopleOf(event));
        if (change instanceof EventRescheduled moved && moved.notifyParticipants()) {
            people.add(said.metadata().actor());
        }
        return people;
    }

    private Optional<Deed> deed(ScheduleChange change, ScheduleView event) {
        return switch (change) {
            case EventRescheduled c ->
                Optional.of(new Deed(
                        NotificationType.EVENT_MOVED, c.scheduleId(), c.reason(), c.newSlot(), c.oldStartDateTime()));
            case EventUpdated c -> updated(c);
            case OccurrenceRescheduled c ->
                Optional.of(new Deed(
                        NotificationType.EVENT_MOVED,
                        c.occurrenceId(),
                        c.reason(),
                        c.newSlot(),
                        planned(event, c.occurrenceId()).map(TimeSlot::start).orElse(null)));
            case EventRemovedFromCalendar c ->
                Optional.of(new Deed(
                        NotificationType.EVENT_REMOVED,
                        c.scheduleId(),
                        c.reason(),
                        event.booking().slot(),
                        null));
            case OccurrenceCancelled c ->
                Optional.of(new Deed(
                        NotificationType.EVENT_REMOVED,
                        c.occurrenceId(),
                        c.reason(),
                        planned(event, c.occurrenceId()).orElse(null),
                        null));
            case ScheduleConfirmed c ->
                Optional.of(new Deed(
                        NotificationType.EVENT_CONFIRMED,
                        c.scheduleId(),
                        c.reason(),
                        event.booking().slot(),
                        null));
            case OccurrenceConfirmed c ->
                Optional.of(new Deed(
                        NotificationType.EVENT_CONFIRMED,
                        c.occurrenceId(),
                        c.reason(),
                        planned(event, c.occurrenceId()).orElse(null),
                        null));
            // What an undone change is followed by says what holds instead.
            case EventScheduledOnCalendar _, ChangeUndone _ -> Optional.empty();
        };
    }

    private static Optional<TimeSlot> planned(ScheduleView event, String occurrenceId) {
        return event.planned(occurrenceId);
    }

    private Optional<Deed> updated(EventUpdated change) {
        TimeSlot now = change.booking().slot();
        return Optional.ofNullable(known.slotsBefore().get(said.metadata().id()))
                .filter(before -> !before.equals(now))
                .map(before -> new Deed(
                        NotificationType.EVENT_MOVED, change.scheduleId(), change.reason(), now, before.start()));
    }

    private Telling telling(Deed deed, ScheduleView event, Set<String> people, NotificationCategory category) {
        Notice notice = new Notice(
                deed.type(),
                category,
                said.because(deed.reason()),
                new Notice.About(
                        deed.subjectId(),
                        event.details().title(),
                        event.booking().calendarId(),
                        known.ownerOf(event.booking().calendarId()).orElse(null)),
                when(deed, event),
                List.of(NoticeAction.OPEN));
        return new Telling(said.metadata().id(), notice, people);
    }

    private static Notice.@Nullable When when(Deed deed, ScheduleView event) {
        TimeSlot slot = deed.slot();
        return slot == null
                ? null
                : new Notice.When(
                        slot.start(), slot.end(), deed.before(), event.booking().timeZone(), null);
    }
}
