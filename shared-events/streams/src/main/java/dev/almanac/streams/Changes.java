package dev.almanac.streams;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;

/** The changes of a topic as a stream. */
public final class Changes {
    private Changes() {}

    /** Changes of a type that this build does not know yet read as null, and are passed over. */
    public static <C extends Change> KStream<String, Recorded<C>> of(
            StreamsBuilder builder, Topic topic, Class<C> type) {
        return builder.stream(topic.topicName(), Consumed.with(Serdes.String(), new ChangeSerde<>(type)))
                .filter((_, recorded) -> recorded != null);
    }

    public static <C extends Change> Produced<String, Recorded<C>> as(Class<C> type) {
        return Produced.with(Serdes.String(), new ChangeSerde<>(type));
    }
}
