package dev.almanac.expansion.event;

import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.wire.Topic;
import dev.almanac.jobs.Schedule;
import dev.almanac.jobs.StreamJob;
import dev.almanac.streams.Changes;
import dev.almanac.streams.JsonSerde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.Stores;

/** Changes of events and the clock → occurrences of recurring events, and reminders of all. */
public final class EventTopology {
    /** By the clock of the streams, for the events of each partition where it is processed. */
    public static final StreamJob REMINDERS = new StreamJob(
            "reminders",
            "Publishes the reminders of events when they are due",
            Schedule.always("when something is due"));

    private EventTopology() {}

    public static void addTo(StreamsBuilder builder) {
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(EventExpander.STORE), Serdes.String(), JsonSerde.of(SeriesState.class)));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(ReminderTimers.STORE), Serdes.String(), Serdes.String()));
        Changes.of(builder, Topic.SCHEDULES, ScheduleChange.class)
                .process(EventExpander::new, Named.as("expand-events"), EventExpander.STORE, ReminderTimers.STORE)
                .to(Topic.OCCURRENCES_V1, Changes.as(OccurrenceChange.class));
    }
}
