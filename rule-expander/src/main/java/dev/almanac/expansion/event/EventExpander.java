package dev.almanac.expansion.event;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Draft;
import dev.almanac.events.Recorded;
import dev.almanac.events.Republication;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.wire.Topic;
import dev.almanac.expansion.event.ReminderTimers.Timer;
import dev.almanac.streams.Alarm;
import dev.almanac.streams.SetAside;
import dev.almanac.telemetry.RecordScope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Folds the changes of each event and publishes what they change in its occurrences, and its reminders when they are due. */
final class EventExpander
        extends ContextualProcessor<String, Recorded<ScheduleChange>, String, Recorded<OccurrenceChange>> {
    static final String STORE = "event-series";
    private static final String SOURCE = "urn:scheduling:rule-expander";
    private static final String ACTOR = "rule-expander";
    /** What is due beyond the limit follows after a commit. */
    private static final int EVENTS_PER_TICK = 500;
    /** Time to hear what people said meanwhile, before the clock decides what is overdue after a start. */
    private static final Duration SETTLING = Duration.ofSeconds(1);

    private @Nullable KeyValueStore<String, SeriesState> states;
    private @Nullable ReminderTimers timers;
    private @Nullable Alarm alarm;
    private Instant settledAt = Instant.MAX;

    @Override
    public void init(ProcessorContext<String, Recorded<OccurrenceChange>> context) {
        super.init(context);
        states = context.getStateStore(STORE);
        timers = new ReminderTimers(context.getStateStore(ReminderTimers.STORE));
        settledAt = now().plus(SETTLING);
        alarm = new Alarm(context, () -> EventTopology.REMINDERS.run(this::tick), this::next);
        alarm.set();
    }

    @Override
    public void close() {
        if (alarm != null) {
            alarm.cancel();
        }
    }

    @Override
    public void process(Record<String, Recorded<ScheduleChange>> record) {
        RecordScope.handling(record.headers(), "expand-events", () -> hear(record));
        Objects.requireNonNull(alarm).set();
    }

    private void hear(Record<String, Recorded<ScheduleChange>> record) {
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
            forward(Recorded.of(change, metadata(record.key(), sequence, cause)), record.timestamp());
        }
        Instant reminded = Objects.requireNonNullElse(known.reminded(), cause.time());
        keep(
                record.key(),
                known,
                new SeriesState(
                        cause.sequence(), sequence, after, null, cause.position(), reminded, known.nextReminder()));
    }

    private Instant next() {
        Instant first = timers().next();
        return first.isBefore(settledAt) ? settledAt : first;
    }

    private void tick() {
        Instant now = now();
        if (!now.isBefore(settledAt)) {
            timers().due(now, EVENTS_PER_TICK).forEach(timer -> remind(timer, now));
        }
    }

    /** An event that cannot be decided is set aside, and holds up no other: what is due after it follows in the next tick. */
    private void remind(Timer timer, Instant now) {
        timers().clear(timer);
        try {
            told(timer.scheduleId(), Objects.requireNonNull(states().get(timer.scheduleId())), now);
        } catch (KafkaException platform) {
            throw platform;
        } catch (RuntimeException defect) {
            byte[] key = timer.scheduleId().getBytes(StandardCharsets.UTF_8);
            throw new SetAside(Topic.SCHEDULES, timer.scheduleId(), key, defect);
        }
    }

    private void told(String scheduleId, SeriesState known, Instant now) {
        List<Reminder> due = known.reminders().due(now);
        EventDefinition event = known.definition();
        if (event == null || due.isEmpty()) {
            keep(scheduleId, known, known);
            return;
        }
        long sequence = known.sequence();
        for (Reminder reminder : due) {
            if (reminder.isOfUse(now)) {
                sequence++;
                forward(Recorded.of(reminder.of(event), clock(scheduleId, sequence, known, now)), now.toEpochMilli());
            }
        }
        keep(scheduleId, known, known.told(sequence, due.getLast().dueAt()));
    }

    private void keep(String scheduleId, SeriesState known, SeriesState next) {
        Instant at = next.reminders().next().orElse(null);
        known.timer(scheduleId).ifPresent(timers()::clear);
        if (at != null) {
            timers().set(scheduleId, at);
        }
        states().put(scheduleId, next.waiting(at));
    }

    private void forward(Recorded<OccurrenceChange> published, long timestamp) {
        context().forward(new Record<>(published.change().seriesId(), published, timestamp));
    }

    private Instant now() {
        return Instant.ofEpochMilli(context().currentSystemTimeMs());
    }

    private ReminderTimers timers() {
        return Objects.requireNonNull(timers);
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

    /** The clock as a cause. */
    private static ChangeMetadata clock(String seriesId, long sequence, SeriesState known, Instant now) {
        String cause = seriesId + "#" + now;
        long position = Objects.requireNonNullElse(known.position(), 0L);
        return new ChangeMetadata(
                ChangeMetadata.derivedId(seriesId, sequence), SOURCE, now, sequence, position, ACTOR, cause, cause);
    }
}
