package dev.almanac.command.calendar;

import dev.almanac.command.calendar.model.CalendarState;
import dev.almanac.command.calendar.undo.CalendarUndoTarget;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.store.Appending;
import dev.almanac.command.store.MetaDataKeys;
import dev.almanac.events.calendar.CalendarChange;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Finds a change of a calendar in its history. */
@Component
class CalendarHistory {
    private final EventStore store;

    CalendarHistory(@Lazy EventStore store) {
        this.store = store;
    }

    /** Read while the calendar is locked. */
    CalendarUndoTarget of(String calendarId, String changeId) {
        CalendarState before = new CalendarState.Absent();
        @Nullable DomainEventMessage<?> found = null;
        List<CalendarChange> since = new ArrayList<>();
        var history = store.readEvents(calendarId, 0);
        while (history.hasNext()) {
            DomainEventMessage<?> message = history.next();
            CalendarChange change = (CalendarChange) message.getPayload();
            if (found != null) {
                since.add(change);
            } else if (message.getIdentifier().equals(changeId)) {
                found = message;
            } else {
                before = CalendarState.evolve(before, change);
            }
        }
        if (found == null) {
            throw Appending.refused(new SubjectDoesNotExist("Change", changeId));
        }
        return new CalendarUndoTarget(
                String.valueOf(found.getMetaData().get(MetaDataKeys.ACTOR)),
                found.getTimestamp(),
                before,
                (CalendarChange) found.getPayload(),
                since);
    }
}
