package dev.almanac.conflict.claim;

import dev.almanac.conflict.lane.LaneNews;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.lane.LaneId;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.resource.ResourceChange;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.wire.Topic;
import dev.almanac.streams.Changes;
import dev.almanac.streams.JsonSerde;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Turns what happened into news for lanes. */
public final class ClaimTopology {
    private ClaimTopology() {}

    public static KStream<LaneId, LaneNews> addTo(
            StreamsBuilder builder, Function<String, KeyValueBytesStoreSupplier> stores) {
        builder.addStateStore(store(EventClaims.STORE, stores));
        builder.addStateStore(store(OccurrenceClaims.STORE, stores));
        var events = Changes.of(builder, Topic.SCHEDULES, ScheduleChange.class)
                .process(EventClaims::new, Named.as("claims-of-events"), EventClaims.STORE);
        var occurrences = Changes.of(builder, Topic.OCCURRENCES, OccurrenceChange.class)
                .process(OccurrenceClaims::new, Named.as("claims-of-occurrences"), OccurrenceClaims.STORE);
        var calendars = Changes.of(builder, Topic.CALENDARS, CalendarChange.class)
                .flatMap(LaneDescriptions::ofCalendar, Named.as("news-of-calendars"));
        var resources = Changes.of(builder, Topic.RESOURCES, ResourceChange.class)
                .flatMap(LaneDescriptions::ofResource, Named.as("news-of-resources"));
        return events.merge(occurrences).merge(calendars).merge(resources);
    }

    private static StoreBuilder<?> store(String name, Function<String, KeyValueBytesStoreSupplier> stores) {
        return Stores.keyValueStoreBuilder(stores.apply(name), Serdes.String(), JsonSerde.of(ClaimState.class));
    }
}
