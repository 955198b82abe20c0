package dev.almanac.events.lane;

import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
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
import org.jspecify.annotations.Nullable;

/**
 * What a single event claims, folded from its changes by readers that keep nothing else of it. A series claims nothing by itself: its
 * occurrences do.
 */
public final class SingleEvent {
    private SingleEvent() {}

    public static @Nullable Claim claim(@Nullable Claim before, ScheduleChange change) {
        return switch (change) {
            case EventScheduledOnCalendar c -> claim(c.scheduleId(), c.booking(), c.details());
            case EventUpdated c -> claim(c.scheduleId(), c.booking(), c.details());
            case EventRescheduled moved -> before == null ? null : moved(before, moved);
            case EventRemovedFromCalendar _ -> null;
            case ScheduleConfirmed _,
                    OccurrenceConfirmed _,
                    OccurrenceRescheduled _,
                    OccurrenceCancelled _,
                    ChangeUndone _ -> before;
        };
    }

    private static @Nullable Claim claim(String scheduleId, Booking booking, EventDetails details) {
        return booking.recurs()
                ? null
                : new Claim(scheduleId, booking.calendarId(), booking.slot(), details.resources());
    }

    private static Claim moved(Claim claim, EventRescheduled moved) {
        return new Claim(claim.claimId(), claim.calendarId(), moved.newSlot(), claim.resources());
    }
}
