package dev.almanac.query.notifying;

import dev.almanac.events.notification.Notice;
import dev.almanac.events.notification.NoticeAction;
import dev.almanac.events.notification.NotificationCategory;
import dev.almanac.events.notification.NotificationType;
import dev.almanac.events.occurrence.OccurrenceChange.ReminderDue;
import dev.almanac.query.events.ScheduleView;
import java.util.List;
import java.util.Optional;

/** Whoever takes part in an event is reminded of it, whoever booked it and set the reminder. */
record OfReminders(Said said, Known known) {

    Optional<Telling> of(ReminderDue reminder) {
        return known.event(reminder.seriesId())
                .map(event -> new Telling(said.metadata().id(), notice(reminder, event), known.peopleOf(event)));
    }

    private Notice notice(ReminderDue reminder, ScheduleView event) {
        return new Notice(
                NotificationType.REMINDER,
                NotificationCategory.NORMAL,
                said.because(null),
                new Notice.About(
                        reminder.scheduledEventId(),
                        event.details().title(),
                        reminder.calendarId(),
                        known.ownerOf(reminder.calendarId()).orElse(null)),
                new Notice.When(
                        reminder.startDateTime(), reminder.endDateTime(), null, reminder.timeZone(), reminder.before()),
                List.of(NoticeAction.OPEN));
    }
}
