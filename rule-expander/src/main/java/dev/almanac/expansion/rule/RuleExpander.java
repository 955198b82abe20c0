package dev.almanac.expansion.rule;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.Republication;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.run.RunReport;
import dev.almanac.events.wire.Topic;
import dev.almanac.streams.Alarm;
import dev.almanac.streams.SetAside;
import dev.almanac.telemetry.RecordScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Takes what people, workers and the clock say to the rules it concerns, keeps their states and publishes what follows. */
final class RuleExpander extends ContextualProcessor<String, Recorded<Change>, String, Recorded<OccurrenceChange>> {
    static final String STORE = "rules";
    private static final Logger LOG = LoggerFactory.getLogger(RuleExpander.class);
    /**
     * What is due beyond the limit follows after a commit: the transaction does not grow too old, and of a burst the first are
     * heard of while the others are still decided.
     */
    private static final int RULES_PER_TICK = 500;

    private static final int RECORDS_PER_TICK = 20_000;

    /** Time to hear what people said meanwhile, before the clock decides what is overdue after a start. */
    private static final Duration SETTLING = Duration.ofSeconds(1);

    /** A rule that cannot be decided stands still and is looked at again, because a new build or new zone data may help. */
    private static final Duration UNDECIDABLE_AGAIN = Duration.ofMinutes(1);

    private static final String SOURCE = "urn:scheduling:rule-expander";
    private static final String ACTOR = "rule-expander";
    private final Accounts accounts = new Accounts();
    private final UndecidableRules undecidable = new UndecidableRules();
    private Timers timers = new Timers();
    private @Nullable RuleStates states;
    private @Nullable Alarm alarm;

    @Override
    public void init(ProcessorContext<String, Recorded<OccurrenceChange>> context) {
        super.init(context);
        KeyValueStore<String, byte[]> store = context.getStateStore(STORE);
        states = new RuleStates(store);
        timers = new Timers();
        close();
        states.forEach(this::takeOver);
        alarm = new Alarm(context, () -> RuleTopology.EXPANSION.run(this::tick), timers::next);
        alarm.set();
    }

    /** A state that cannot be read is reported when its rule is decided, and keeps no other from being taken over. */
    private void takeOver(KeyValue<String, byte[]> known) {
        timers.set(known.key, now().plus(SETTLING));
        try {
            accounts.replace(null, RuleStates.read(known.value).book());
        } catch (JacksonException unreadable) {
            LOG.error("The state of rule {} cannot be read", known.key, unreadable);
        }
    }

    @Override
    public void close() {
        accounts.close();
        undecidable.close();
        if (alarm != null) {
            alarm.cancel();
        }
    }

    /** What was said together is heard before the clock decides anything. */
    @Override
    public void process(Record<String, Recorded<Change>> record) {
        RecordScope.handling(record.headers(), "expand-rules", () -> hear(record));
    }

    private void hear(Record<String, Recorded<Change>> record) {
        RuleState known = states().get(record.key());
        ChangeMetadata cause = record.value().metadata();
        Step step = switch (record.value().change()) {
            case RuleChange change when isNew(cause, known) -> heard(change, cause.sequence(), known);
            case RunReport report when known != null -> Reports.apply(report, now(), known);
            default -> null;
        };
        if (step != null) {
            write(record.key(), known, step.at(cause.position()), cause);
            timers.set(record.key(), settled(record.value().republication()));
            Objects.requireNonNull(alarm).set();
        }
    }

    /**
     * When the clock may decide. Of changes that are republished, a rule takes what it had not heard, one by one: what it was
     * before the last of them is over.
     */
    private Instant settled(@Nullable Republication republication) {
        return republication == null || republication.isLast() ? now() : now().plus(SETTLING);
    }

    private @Nullable Step heard(RuleChange change, long version, @Nullable RuleState known) {
        if (change instanceof RuleCreated created) {
            return RuleChanges.created(created, version, now());
        }
        return known == null ? null : Backlog.add(change, version, now(), known);
    }

    private void tick() {
        Instant now = now();
        int published = 0;
        for (String ruleId : timers.due(now, RULES_PER_TICK)) {
            if (published < RECORDS_PER_TICK) {
                published += decide(ruleId, now);
            }
        }
    }

    private int decide(String ruleId, Instant now) {
        Decision decision = decided(ruleId, now);
        if (decision == null) {
            return 0;
        }
        write(ruleId, decision.known(), decision.step(), clock(ruleId, now));
        report(ruleId, decision);
        timers.set(ruleId, decision.wakeAt());
        undecidable.remove(ruleId);
        return decision.step().published().size();
    }

    private static void report(String ruleId, Decision decision) {
        ZoneOutlook before = decision.known().zones();
        ZoneOutlook after = decision.step().state().zones();
        if (before != null && after != null && !before.release().equals(after.release()) && before.isOverturned()) {
            LOG.info(
                    "Zone data {} instead of {} moves rule {} in {}: {} days published again",
                    after.release(),
                    before.release(),
                    ruleId,
                    after.zone(),
                    decision.step().published().size());
        }
    }

    /** A defect of one rule is reported once, and holds up no other: what is due after it follows in the next tick. */
    private @Nullable Decision decided(String ruleId, Instant now) {
        try {
            return Decision.at(now, Objects.requireNonNull(states().get(ruleId)));
        } catch (KafkaException platform) {
            throw platform;
        } catch (RuntimeException defect) {
            timers.set(ruleId, now.plus(UNDECIDABLE_AGAIN));
            states().forget(ruleId);
            if (undecidable.add(ruleId)) {
                throw new SetAside(Topic.RULES, ruleId, states().json(ruleId), defect);
            }
            return null;
        }
    }

    private void write(String ruleId, @Nullable RuleState known, Step step, ChangeMetadata cause) {
        long sequence = step.state().sequence();
        long position = step.state().position();
        for (OccurrenceChange change : step.published()) {
            sequence++;
            ChangeMetadata metadata = metadata(ruleId, sequence, position, cause);
            Lateness.note(change, metadata.time());
            context()
                    .forward(new Record<>(
                            ruleId,
                            Recorded.of(change, metadata),
                            metadata.time().toEpochMilli()));
        }
        RuleState next = step.state().published(step.published().size());
        if (!next.equals(known)) {
            states().put(ruleId, next);
            accounts.replace(known == null ? null : known.book(), next.book());
        }
    }

    private static boolean isNew(ChangeMetadata cause, @Nullable RuleState known) {
        return known == null || cause.sequence() > known.heard();
    }

    private ChangeMetadata metadata(String ruleId, long sequence, long position, ChangeMetadata cause) {
        String id = ChangeMetadata.derivedId(ruleId, sequence);
        return new ChangeMetadata(
                id, SOURCE, now(), sequence, position, cause.actor(), cause.correlationId(), cause.id());
    }

    /** The clock as a cause. */
    private static ChangeMetadata clock(String ruleId, Instant now) {
        String id = ruleId + "#" + now;
        return new ChangeMetadata(id, SOURCE, now, 0, 0, ACTOR, id, id);
    }

    private Instant now() {
        return Instant.ofEpochMilli(context().currentSystemTimeMs());
    }

    private RuleStates states() {
        return Objects.requireNonNull(states);
    }
}
