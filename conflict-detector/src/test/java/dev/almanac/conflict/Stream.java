package dev.almanac.conflict;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.Republication;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarChange.CalendarUpdated;
import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.calendar.OwnerType;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.resource.ResourceChange.ResourceRegistered;
import dev.almanac.events.resource.ResourceChange.ResourceUpdated;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.resource.ResourceProfile;
import dev.almanac.events.resource.ResourceType;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import dev.almanac.streams.DeadLetters;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The whole topology without a broker, fed in the words of the domain. */
final class Stream implements AutoCloseable {
    static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private final TopologyTestDriver driver;
    private final Map<String, Long> sequences = new HashMap<>();
    private long position;
    private String actor = "ana";

    Stream(Path folder) {
        this(folder, ConflictTopology.KEPT_ENTRIES_MAX);
    }

    Stream(Path folder, int keptEntries) {
        StreamsBuilder builder = new StreamsBuilder();
        ConflictTopology.addTo(builder, Stores::inMemoryKeyValueStore, keptEntries);
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "conflicts");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        driver = new TopologyTestDriver(builder.build(), properties);
    }

    void calendar(String id, CalendarType type, int capacity) {
        tell(
                sequences.containsKey(id)
                        ? new CalendarUpdated(id, profile(type, capacity))
                        : new CalendarCreated(id, profile(type, capacity)));
    }

    private static CalendarProfile profile(CalendarType type, int capacity) {
        return new CalendarProfile("calendar", null, type, "owner", OwnerType.VENUE, "UTC", capacity, true);
    }

    void resource(String id, ResourceType type) {
        resource(id, type, null);
    }

    void resource(String id, ResourceType type, @Nullable Integer bufferMinutes) {
        ResourceProfile profile = new ResourceProfile(id, type, null, null, bufferMinutes);
        tell(sequences.containsKey(id) ? new ResourceUpdated(id, profile) : new ResourceRegistered(id, profile));
    }

    void event(String id, String calendarId, TimeSlot slot, ResourceClaim... resources) {
        tell(StreamChanges.scheduled(id, calendarId, slot, resources));
    }

    void move(String id, TimeSlot from, TimeSlot to) {
        tell(new EventRescheduled(id, from.start(), from.end(), to.start(), to.end(), "UTC", null, false, "ana"));
    }

    void remove(String id) {
        tell(new EventRemovedFromCalendar(id, "calendar", "ana", null));
    }

    void tell(Change change) {
        tell(change, sequences.merge(change.subject(), 0L, (known, _) -> known + 1));
    }

    void tell(Change change, long sequence) {
        tell(change, sequence, null);
    }

    /** All changes of a subject, once more. */
    void again(String republication, List<? extends Change> changes) {
        again(republication, changes, changes.size());
    }

    /** The first of so many. */
    void again(String republication, List<? extends Change> changes, int count) {
        for (int i = 0; i < changes.size(); i++) {
            tell(changes.get(i), i, new Republication(republication, i, count));
        }
    }

    /** It never comes to its topic. */
    void lose(Change change) {
        sequences.merge(change.subject(), 0L, (known, _) -> known + 1);
    }

    private void tell(Change change, long sequence, @Nullable Republication republication) {
        Topic topic = Topic.of(change);
        var input = driver.createInputTopic(
                topic.topicName(), Serdes.String().serializer(), new ChangeSerde<>(Change.class));
        position++;
        ChangeMetadata metadata = new ChangeMetadata(
                change.subject() + "#" + sequence, "test", NINE, sequence, position, actor, "request", "command");
        input.pipeInput(change.subject(), Recorded.of(change, metadata).in(republication));
    }

    void tellNonsense(Topic topic, String key, String value) {
        driver.createInputTopic(
                        topic.topicName(),
                        Serdes.String().serializer(),
                        Serdes.String().serializer())
                .pipeInput(key, value);
    }

    void pipe(ProducerRecord<byte[], byte[]> record) {
        driver.createInputTopic(
                        record.topic(),
                        Serdes.ByteArray().serializer(),
                        Serdes.ByteArray().serializer())
                .pipeInput(new TestRecord<>(record.key(), record.value(), record.headers()));
    }

    /** In bytes of its value and headers; 0 where there is none. */
    int largestDeadLetter(Topic topic) {
        return driver
                .createOutputTopic(
                        topic.deadLetterName(),
                        Serdes.ByteArray().deserializer(),
                        Serdes.ByteArray().deserializer())
                .readRecordsToList()
                .stream()
                .mapToInt(Stream::bytes)
                .max()
                .orElse(0);
    }

    private static int bytes(TestRecord<byte[], byte[]> letter) {
        int bytes =
                (letter.key() == null ? 0 : letter.key().length) + (letter.value() == null ? 0 : letter.value().length);
        for (Header header : letter.headers()) {
            bytes += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return bytes;
    }

    /** The keys of what was set aside. */
    List<String> setAside(Topic topic) {
        return driver
                .createOutputTopic(
                        topic.deadLetterName(),
                        Serdes.String().deserializer(),
                        Serdes.ByteArray().deserializer())
                .readKeyValuesToList()
                .stream()
                .map(row -> row.key)
                .toList();
    }

    /** Whoever does what follows. */
    void by(String name) {
        actor = name;
    }

    /** Of the last change that was told. */
    long position() {
        return position;
    }

    List<ConflictChange> said() {
        return recorded().stream().map(Recorded::change).toList();
    }

    List<Recorded<ConflictChange>> recorded() {
        var output = driver.createOutputTopic(
                Topic.CONFLICTS_V1, Serdes.String().deserializer(), new ChangeSerde<>(ConflictChange.class));
        return output.readValuesToList();
    }

    static TimeSlot hours(int from, int till) {
        return new TimeSlot(NINE.plusSeconds(3600L * (from - 9)), NINE.plusSeconds(3600L * (till - 9)));
    }

    @Override
    public void close() {
        driver.close();
    }
}
