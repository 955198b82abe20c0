package dev.almanac.expansion.event;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Draft;
import dev.almanac.events.Recorded;
import dev.almanac.events.Republication;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.schedule.ScheduleChange;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Folds the changes of each event and publishes what they change in its occurrences. */
final class EventExpander
        extends ContextualProcessor<String, Recorded<ScheduleChange>, String, Recorded<OccurrenceChange>> {
    static final String STORE = "event-series";
    private static final String SOURCE = "urn:scheduling:rule-expander";
    private @Nullable KeyValueStore<String, SeriesState> states;

    @Override
    public void init(ProcessorContext<String, Recorded<OccurrenceChange>> context) {
        super.init(context);
        states = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, Recorded<ScheduleChange>> record) {
        SeriesState known = Objects.requireNonNullElse(states().get(record.key()), SeriesState.UNKNOWN);
        Republication republication = record.value().republication();
        if (republication != null) {
            anew(record, known, republication);
        } else if (record.value().metadata().sequence() > known.version()) {
            publish(
                    record,
                    known,
                    EventDefinition.evolve(known.definition(), record.value().change()));
        }
    }

    /** Only with the last of them it shows whether anything was missing here; if so, that is published. */
    private void anew(Record<String, Recorded<ScheduleChange>> record, SeriesState known, Republication republication) {
        Draft<EventDefinition> before = Draft.before(republication, known.draft(), null);
        if (before == null) {
            return;
        }
        EventDefinition after =
                EventDefinition.evolve(before.made(), record.value().change());
        if (!republication.isLast()) {
            states().put(record.key(), known.with(before.next(after)));
        } else if (record.value().metadata().sequence() < known.version()) {
            states().put(record.key(), known.with(null));
        } else {
            publish(record, known, after);
        }
    }

    private void publish(
            Record<String, Recorded<ScheduleChange>> record, SeriesState known, @Nullable EventDefinition after) {
        ChangeMetadata cause = record.value().metadata();
        // What was heard before has published its days.
        EventDefinition before = cause.sequence() > known.version() ? known.definition() : null;
        List<OccurrenceChange> changes = Difference.by(record.value(), before).between(known.definition(), after);
        long sequence = known.sequence();
        for (OccurrenceChange change : changes) {
            sequence++;
            Recorded<OccurrenceChange> published = Recorded.of(change, metadata(record.key(), sequence, cause));
            context().forward(new Record<>(record.key(), published, record.timestamp()));
        }
        states().put(record.key(), new SeriesState(cause.sequence(), sequence, after, null));
    }

    private KeyValueStore<String, SeriesState> states() {
        return Objects.requireNonNull(states);
    }

    /** All of it follows from the cause, so that a replay publishes the same. */
    private static ChangeMetadata metadata(String seriesId, long sequence, ChangeMetadata cause) {
        String id = ChangeMetadata.derivedId(seriesId, sequence);
        return new ChangeMetadata(
                id, SOURCE, cause.time(), sequence, cause.position(), cause.actor(), cause.correlationId(), cause.id());
    }
}
