package dev.almanac.conflict.claim;

import dev.almanac.conflict.lane.LaneNews;
import dev.almanac.events.Recorded;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.conflict.ResolutionMethod;
import dev.almanac.events.lane.Claim;
import dev.almanac.events.lane.LaneId;
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
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Single events claim their slot; a series claims nothing by itself, its occurrences do. */
final class EventClaims extends ContextualProcessor<String, Recorded<ScheduleChange>, LaneId, LaneNews> {
    static final String STORE = "event-claims";
    private @Nullable KeyValueStore<String, ClaimState> states;

    @Override
    public void init(ProcessorContext<LaneId, LaneNews> context) {
        super.init(context);
        states = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, Recorded<ScheduleChange>> record) {
        Recorded<ScheduleChange> recorded = record.value();
        KeyValueStore<String, ClaimState> store = Objects.requireNonNull(states);
        ClaimState known = store.get(record.key());
        if (known != null && recorded.metadata().sequence() <= known.sequence()) {
            return;
        }
        Claim before = known == null ? null : known.claim();
        Claim after = claim(before, recorded.change());
        Map<LaneId, LaneNews> announcement =
                Announcement.of(record.key(), before, after, recorded.metadata(), ResolutionMethod.EVENT_CANCELLED);
        store.put(record.key(), new ClaimState(recorded.metadata().sequence(), after));
        announcement.forEach((lane, news) -> context().forward(new Record<>(lane, news, record.timestamp())));
    }

    static @Nullable Claim claim(@Nullable Claim before, ScheduleChange change) {
        return switch (change) {
            case EventScheduledOnCalendar c -> single(c.scheduleId(), c.booking(), c.details());
            case EventUpdated c -> single(c.scheduleId(), c.booking(), c.details());
            case EventRescheduled moved -> before == null ? null : moved(before, moved);
            case EventRemovedFromCalendar _ -> null;
            case ScheduleConfirmed _,
                    OccurrenceConfirmed _,
                    OccurrenceRescheduled _,
                    OccurrenceCancelled _,
                    ChangeUndone _ -> before;
        };
    }

    private static @Nullable Claim single(String scheduleId, Booking booking, EventDetails details) {
        return booking.recurs()
                ? null
                : new Claim(scheduleId, booking.calendarId(), booking.slot(), details.resources());
    }

    private static Claim moved(Claim claim, EventRescheduled moved) {
        TimeSlot slot = new TimeSlot(moved.newStartDateTime(), moved.newEndDateTime());
        return new Claim(claim.claimId(), claim.calendarId(), slot, claim.resources());
    }
}
