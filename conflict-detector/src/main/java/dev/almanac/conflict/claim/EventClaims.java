package dev.almanac.conflict.claim;

import dev.almanac.conflict.lane.LaneNews;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Draft;
import dev.almanac.events.Recorded;
import dev.almanac.events.Republication;
import dev.almanac.events.conflict.ResolutionMethod;
import dev.almanac.events.lane.Claim;
import dev.almanac.events.lane.LaneId;
import dev.almanac.events.lane.SingleEvent;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.telemetry.RecordScope;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Single events claim their slot; a series claims nothing by itself, its occurrences do. */
final class EventClaims extends ClaimProcessor<ScheduleChange> {
    static final String STORE = "event-claims";

    EventClaims() {
        super(STORE);
    }

    @Override
    public void process(Record<String, Recorded<ScheduleChange>> record) {
        RecordScope.handling(record.headers(), "claims-of-events", () -> hear(record));
    }

    private void hear(Record<String, Recorded<ScheduleChange>> record) {
        ClaimState known = Objects.requireNonNullElse(states().get(record.key()), ClaimState.UNKNOWN);
        Republication republication = record.value().republication();
        if (republication != null) {
            anew(record, known, republication);
        } else if (record.value().metadata().sequence() > known.sequence()) {
            announce(
                    record,
                    known,
                    SingleEvent.claim(known.claim(), record.value().change()));
        }
    }

    /** Only with the last of them it shows whether anything was missing here; if not, no lane hears of it. */
    private void anew(Record<String, Recorded<ScheduleChange>> record, ClaimState known, Republication republication) {
        Draft<Claim> before = Draft.before(republication, known.draft(), null);
        if (before == null) {
            return;
        }
        Claim after = SingleEvent.claim(before.made(), record.value().change());
        if (!republication.isLast()) {
            states().put(record.key(), known.with(before.next(after)));
        } else if (record.value().metadata().sequence() < known.sequence()) {
            states().put(record.key(), known.with(null));
        } else {
            announce(record, known, after);
        }
    }

    private void announce(Record<String, Recorded<ScheduleChange>> record, ClaimState known, @Nullable Claim after) {
        ChangeMetadata cause = record.value().metadata();
        Map<LaneId, LaneNews> announcement =
                Announcement.of(record.key(), known.claim(), after, cause, ResolutionMethod.EVENT_CANCELLED);
        states().put(record.key(), ClaimState.of(cause.sequence(), after));
        forward(announcement, record.timestamp());
    }
}
