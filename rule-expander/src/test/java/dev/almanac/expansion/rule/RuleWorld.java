package dev.almanac.expansion.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.run.RunReport;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** The expander with a clock that goes wherever a test wants, and that survives its own restart as its store does. */
final class RuleWorld {
    static final String RULE = "r";
    private static final int TICKS_MAX = 1000;

    private final KeyValueStore<String, byte[]> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore(RuleExpander.STORE), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    private final MockProcessorContext<String, Recorded<OccurrenceChange>> context =
            new MockProcessorContext<>(new Properties(), new TaskId(0, 0), new File("."));
    private final List<Published> published = new ArrayList<>();
    private RuleExpander expander = new RuleExpander();
    private Instant now;
    private long version = -1;

    /** A change, and what the clock showed when it was published. */
    record Published(Instant at, OccurrenceChange change, ChangeMetadata metadata) {}

    RuleWorld(Instant now) {
        this.now = now;
        context.setCurrentSystemTimeMs(now.toEpochMilli());
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        expander.init(context);
    }

    static RuleWorld with(Instant now, RuleProfile profile) {
        RuleWorld world = new RuleWorld(now);
        world.tell(new RuleCreated(RULE, profile, now, "ana"));
        return world;
    }

    Instant now() {
        return now;
    }

    /** All of it is heard before the expander looks at the clock. */
    void tell(RuleChange... changes) {
        hear(changes);
        clock(now);
    }

    /** Before the expander looks at the clock. */
    void hear(RuleChange... changes) {
        for (RuleChange change : changes) {
            version++;
            process(change, version);
        }
    }

    void report(RunReport report) {
        process(report, ChangeMetadata.UNNUMBERED);
        clock(now);
    }

    private void process(Change change, long sequence) {
        ChangeMetadata metadata = new ChangeMetadata(
                "id", "test", now, sequence, change instanceof RuleChange ? 1 : 0, "ana", "request", "command");
        expander.process(new Record<>(RULE, Recorded.of(change, metadata), now.toEpochMilli()));
        collect();
    }

    /** The clock shows this, and the expander looks at it until nothing more comes of it. */
    void clock(Instant instant) {
        now = instant;
        context.setCurrentSystemTimeMs(instant.toEpochMilli());
        int before = -1;
        for (int i = 0; i < TICKS_MAX && before != published.size(); i++) {
            before = published.size();
            context.scheduledPunctuators().getLast().getPunctuator().punctuate(instant.toEpochMilli());
            collect();
        }
    }

    void pass(Duration duration, Duration step) {
        Instant end = now.plus(duration);
        while (now.isBefore(end)) {
            clock(now.plus(step).isAfter(end) ? end : now.plus(step));
        }
    }

    /** The store has this state of a rule, whatever it is worth. */
    void keep(String ruleId, byte[] state) {
        store.put(ruleId, state);
    }

    /** Somebody else looks after its rules. */
    void stop() {
        expander.close();
    }

    /** What was in memory is gone. The clock may have gone on meanwhile. */
    void restart() {
        expander = new RuleExpander();
        context.resetForwards();
        expander.init(context);
    }

    /** It was down until then, and has had its second to settle. */
    void restartAt(Instant instant) {
        startAt(instant.minusSeconds(1));
        clock(instant);
    }

    /** It was down until then, and has not looked at the clock yet. */
    void startAt(Instant instant) {
        now = instant;
        context.setCurrentSystemTimeMs(instant.toEpochMilli());
        restart();
    }

    private void collect() {
        context.forwarded()
                .forEach(forwarded -> published.add(new Published(
                        now,
                        forwarded.record().value().change(),
                        forwarded.record().value().metadata())));
        context.resetForwards();
        assertThat(published.stream().map(one -> one.metadata().sequence()))
                .as("each change has the next sequence")
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(book().unaccounted()).isZero();
    }

    RuleState state() {
        return RuleStates.read(Objects.requireNonNull(store.get(RULE)));
    }

    RunBook book() {
        return state().book();
    }

    List<Published> published() {
        return List.copyOf(published);
    }

    <C extends OccurrenceChange> List<C> published(Class<C> type) {
        return published.stream()
                .map(Published::change)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** What was published since it was asked last. */
    List<OccurrenceChange> news() {
        List<OccurrenceChange> news = published.stream().map(Published::change).toList();
        published.clear();
        return news;
    }
}
