package dev.almanac.query.events;

import dev.almanac.events.Recorded;
import dev.almanac.events.lane.Claim;
import dev.almanac.events.lane.SingleEvent;
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
import dev.almanac.query.views.Projection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an event takes place that is no series. */
final class SingleEvents implements Projection<EntryView, ScheduleChange> {

    @Override
    public Class<ScheduleChange> changes() {
        return ScheduleChange.class;
    }

    @Override
    public List<String> keys(ScheduleChange change) {
        return switch (change) {
            case EventScheduledOnCalendar _, EventUpdated _, EventRescheduled _, EventRemovedFromCalendar _ ->
                List.of(change.scheduleId());
            case OccurrenceRescheduled _,
                    OccurrenceCancelled _,
                    ScheduleConfirmed _,
                    OccurrenceConfirmed _,
                    ChangeUndone _ -> List.of();
        };
    }

    @Override
    public @Nullable String ofSubject(ScheduleChange change) {
        return change.subject();
    }

    @Override
    public @Nullable EntryView apply(@Nullable EntryView view, String key, Recorded<ScheduleChange> recorded) {
        Claim claim = SingleEvent.claim(view == null ? null : view.asClaim(), recorded.change());
        return claim == null
                ? null
                : EntryView.of(
                        claim.claimId(), claim.claimId(), claim.calendarId(), claim.slot(), false, claim.resources());
    }
}
