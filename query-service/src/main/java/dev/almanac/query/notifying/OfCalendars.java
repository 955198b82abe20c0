package dev.almanac.query.notifying;

import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.OverbookingAllowedByOverride;
import dev.almanac.events.calendar.CalendarChange.OverbookingWarningTriggered;
import dev.almanac.events.notification.Notice;
import dev.almanac.events.notification.NoticeAction;
import dev.almanac.events.notification.NotificationCategory;
import dev.almanac.events.notification.NotificationType;
import dev.almanac.query.calendars.CalendarView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Its owner hears when a calendar fills up or is overbooked, and whoever it is shared with that it is. */
record OfCalendars(Said said, Known known) {

    Optional<Telling> of(CalendarChange change) {
        return Optional.ofNullable(known.calendars().get(change.calendarId()))
                .flatMap(calendar -> of(change, calendar));
    }

    private Optional<Telling> of(CalendarChange change, CalendarView calendar) {
        return switch (change) {
            case CalendarShared c ->
                Optional.of(telling(
                        NotificationType.CALENDAR_SHARED,
                        calendar,
                        calendar.id(),
                        null,
                        null,
                        said.others(Set.of(c.sharedWith()))));
            case OverbookingWarningTriggered c ->
                Optional.of(telling(
                        NotificationType.OVERBOOKING_WARNED,
                        calendar,
                        c.scheduledEventId(),
                        null,
                        new Notice.When(
                                c.startDateTime(),
                                c.endDateTime(),
                                calendar.profile().timeZone()),
                        Set.of(calendar.profile().ownerId())));
            case OverbookingAllowedByOverride c ->
                Optional.of(telling(
                        NotificationType.OVERBOOKING_OVERRIDDEN,
                        calendar,
                        c.scheduledEventId(),
                        c.overrideReason(),
                        slot(c.scheduledEventId()),
                        said.others(Set.of(calendar.profile().ownerId()))));
            default -> Optional.empty();
        };
    }

    private Notice.@Nullable When slot(String scheduleId) {
        return known.event(scheduleId)
                .map(event -> new Notice.When(
                        event.booking().startDateTime(),
                        event.booking().endDateTime(),
                        event.booking().timeZone()))
                .orElse(null);
    }

    private Telling telling(
            NotificationType type,
            CalendarView calendar,
            String subjectId,
            @Nullable String reason,
            Notice.@Nullable When when,
            Set<String> people) {
        NotificationCategory category = type == NotificationType.OVERBOOKING_OVERRIDDEN
                ? NotificationCategory.CRITICAL
                : NotificationCategory.NORMAL;
        String title = known.event(subjectId)
                .map(event -> event.details().title())
                .orElse(calendar.profile().name());
        return new Telling(
                said.metadata().id(),
                new Notice(
                        type,
                        category,
                        said.because(reason),
                        new Notice.About(
                                subjectId,
                                title,
                                calendar.id(),
                                calendar.profile().ownerId()),
                        when,
                        List.of(NoticeAction.OPEN)),
                people);
    }
}
