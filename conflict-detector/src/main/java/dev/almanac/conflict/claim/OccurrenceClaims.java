package dev.almanac.conflict.claim;

import dev.almanac.conflict.lane.LaneNews;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.lane.Claim;
import dev.almanac.events.lane.LaneId;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceFailed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceMissed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencePostponed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSkipped;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceStarted;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSucceeded;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesWithdrawn;
import dev.almanac.events.occurrence.SeriesKind;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Each occurrence of a recurring event claims its slot. Runs of recurring rules claim nothing: they are queued. */
final class OccurrenceClaims extends ContextualProcessor<String, Recorded<OccurrenceChange>, LaneId, LaneNews> {
    static final String STORE = "occurrence-claims";
    private @Nullable KeyValueStore<String, ClaimState> states;

    @Override
    public void init(ProcessorContext<LaneId, LaneNews> context) {
        super.init(context);
        states = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, Recorded<OccurrenceChange>> record) {
        ChangeMetadata metadata = record.value().metadata();
        switch (record.value().change()) {
            case OccurrencesMaterialised day
            when day.kind() == SeriesKind.EVENT ->
                day.occurrences()
                        .forEach(occurrence -> change(
                                occurrence.occurrenceId(), claim(day, occurrence), metadata, record.timestamp()));
            case OccurrencesWithdrawn day
            when day.kind() == SeriesKind.EVENT ->
                day.occurrenceIds().forEach(id -> change(id, null, metadata, record.timestamp()));
            case OccurrencesMaterialised _,
                    OccurrencesWithdrawn _,
                    OccurrenceDue _,
                    OccurrenceStarted _,
                    OccurrenceSucceeded _,
                    OccurrenceFailed _,
                    OccurrenceMissed _,
                    OccurrencePostponed _,
                    OccurrenceSkipped _ -> {}
        }
    }

    private void change(String claimId, @Nullable Claim after, ChangeMetadata metadata, long timestamp) {
        KeyValueStore<String, ClaimState> store = Objects.requireNonNull(states);
        ClaimState known = store.get(claimId);
        if (known != null && metadata.sequence() <= known.sequence()) {
            return;
        }
        store.put(claimId, new ClaimState(metadata.sequence(), after));
        Announcement.of(claimId, known == null ? null : known.claim(), after, metadata)
                .forEach((lane, news) -> context().forward(new Record<>(lane, news, timestamp)));
    }

    private static Claim claim(OccurrencesMaterialised day, MaterialisedOccurrence occurrence) {
        return new Claim(occurrence.occurrenceId(), day.calendarId(), occurrence.slot(), day.resources());
    }
}
