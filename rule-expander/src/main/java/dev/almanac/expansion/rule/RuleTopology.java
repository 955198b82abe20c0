package dev.almanac.expansion.rule;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.run.RunReport;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import dev.almanac.jobs.Schedule;
import dev.almanac.jobs.StreamJob;
import dev.almanac.streams.Changes;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;

/** Changes of rules, reports of runs and the clock → occurrences of rules, and when each is due. */
public final class RuleTopology {
    /** By the clock of the streams, for the rules of each partition where it is processed. */
    public static final StreamJob EXPANSION = new StreamJob(
            "expansion",
            "Publishes what is planned of each rule, and its runs when they are due",
            Schedule.always("when something is due"));

    private RuleTopology() {}

    /** How many rules of this instance cannot be decided and stand still. */
    public static long undecidable() {
        return UndecidableRules.count();
    }

    public static void addTo(StreamsBuilder builder) {
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(RuleExpander.STORE), Serdes.String(), Serdes.ByteArray()));
        changes(builder, Topic.RULES, RuleChange.class)
                .merge(reports(builder))
                .process(RuleExpander::new, Named.as("expand-rules"), RuleExpander.STORE)
                .to(Topic.OCCURRENCES_V1, Changes.as(OccurrenceChange.class));
    }

    /** Other teams write them, perhaps with a client that spreads keys over partitions in another way than ours. */
    private static KStream<String, Recorded<Change>> reports(StreamsBuilder builder) {
        return changes(builder, Topic.RUN_REPORTS, RunReport.class)
                .selectKey((_, recorded) -> recorded.change().subject())
                .repartition(Repartitioned.<String, Recorded<Change>>as("run-reports")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(new ChangeSerde<>(Change.class))
                        .withNumberOfPartitions(Topic.PARTITIONS));
    }

    private static <C extends Change> KStream<String, Recorded<Change>> changes(
            StreamsBuilder builder, Topic topic, Class<C> type) {
        return Changes.of(builder, topic, type)
                .mapValues(
                        recorded -> new Recorded<>(recorded.change(), recorded.metadata(), recorded.republication()));
    }
}
