package dev.almanac.backup;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.almanac.backup.Manifest.GroupPlace;
import dev.almanac.backup.Manifest.TopicPart;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Topics and how far groups have come in them, those of Kafka Streams too: without its changelogs runs would be decided again. */
final class Broker {
    /** One request at a time: of a partition that is just being made, a broker may refuse the first batch and take the second. */
    private static final Map<String, Object> RESTORING = Map.of(
            "acks",
            "all",
            "linger.ms",
            5,
            "batch.size",
            1 << 20,
            "max.request.size",
            16 << 20,
            "max.in.flight.requests.per.connection",
            1);

    private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);
    private static final Duration SILENCE_AT_MOST = Duration.ofSeconds(60);
    static final Duration GROUPS_END_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private final Stores stores;

    Broker(Stores stores) {
        this.stores = stores;
    }

    /** What is in motion has no state that could be brought back: nobody may be at work. */
    void requireRest(Duration groupsEndWithin) throws InterruptedException {
        try (Admin admin = stores.kafkaAdmin()) {
            long end = System.nanoTime() + groupsEndWithin.toNanos();
            List<String> atWork = atWork(admin);
            while (!atWork.isEmpty()) {
                if (System.nanoTime() > end) {
                    throw new BackupFailure("stop the services first: these groups are at work: " + atWork);
                }
                Thread.sleep(LOOK_EVERY);
                atWork = atWork(admin);
            }
        }
    }

    private static List<String> atWork(Admin admin) throws InterruptedException {
        return get(admin.listGroups().all()).stream()
                .filter(group -> group.groupState()
                        .filter(state -> !state.toString().equals("Empty")
                                && !state.toString().equals("Dead"))
                        .isPresent())
                .map(GroupListing::groupId)
                .sorted()
                .toList();
    }

    /** What is in all partitions, and where the groups stand. */
    record Contents(List<TopicPart> topics, List<GroupPlace> groups) {}

    Contents dump(Path folder) throws IOException, InterruptedException {
        TopicFiles files = TopicFiles.in(folder);
        List<TopicPart> parts = new ArrayList<>();
        Map<TopicPartition, long[]> offsets = new HashMap<>();
        try (Admin admin = stores.kafkaAdmin();
                KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        stores.kafkaClient(Map.of("isolation.level", "read_committed")),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            for (Map.Entry<String, Map<String, String>> topic : settings(admin).entrySet()) {
                for (var partition : consumer.partitionsFor(topic.getKey())) {
                    TopicPartition place = new TopicPartition(topic.getKey(), partition.partition());
                    long[] read = dump(consumer, place, files, PublishedPlaces.in(place.topic(), offsets));
                    offsets.put(place, read);
                    parts.add(new TopicPart(place.topic(), place.partition(), topic.getValue(), read.length));
                }
            }
            return new Contents(List.copyOf(parts), places(admin, offsets));
        }
    }

    private static Map<String, Map<String, String>> settings(Admin admin) throws InterruptedException {
        List<ConfigResource> topics = get(admin.listTopics().names()).stream()
                .filter(name -> !name.startsWith("__"))
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        SortedMap<String, Map<String, String>> settings = new TreeMap<>(PublishedPlaces.LAST);
        get(admin.describeConfigs(topics).all())
                .forEach((topic, config) -> settings.put(
                        topic.name(),
                        config.entries().stream()
                                .filter(entry -> entry.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG)
                                .collect(toMap(ConfigEntry::name, ConfigEntry::value))));
        return settings;
    }

    /** The offsets of the records, in their order: transactions and compaction leave gaps between them. */
    private static long[] dump(
            KafkaConsumer<byte[], byte[]> consumer,
            TopicPartition place,
            TopicFiles files,
            UnaryOperator<StoredRecord> translated)
            throws IOException {
        consumer.assign(List.of(place));
        consumer.seekToBeginning(List.of(place));
        long till = Objects.requireNonNull(consumer.endOffsets(List.of(place)).get(place));
        List<Long> offsets = new ArrayList<>();
        long heard = System.nanoTime();
        try (DataOutputStream out = files.write(place.topic(), place.partition())) {
            while (consumer.position(place) < till) {
                var records = consumer.poll(POLL_TIMEOUT);
                for (var read : records) {
                    translated.apply(StoredRecord.of(read)).write(out);
                    offsets.add(read.offset());
                }
                if (!records.isEmpty()) {
                    heard = System.nanoTime();
                } else if (System.nanoTime() - heard > SILENCE_AT_MOST.toNanos()) {
                    throw new BackupFailure("nothing comes from " + place + " before its end");
                }
            }
            StoredRecord.end(out);
        }
        return offsets.stream().mapToLong(Long::longValue).toArray();
    }

    private static List<GroupPlace> places(Admin admin, Map<TopicPartition, long[]> offsets)
            throws InterruptedException {
        List<GroupPlace> places = new ArrayList<>();
        for (GroupListing group : get(admin.listGroups().all())) {
            Map<TopicPartition, OffsetAndMetadata> committed =
                    get(admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata());
            committed.forEach((place, at) -> {
                long[] read = offsets.get(place);
                if (read != null && at != null) {
                    places.add(new GroupPlace(
                            group.groupId(),
                            place.topic(),
                            place.partition(),
                            before(read, at.offset()),
                            at.metadata()));
                }
            });
        }
        return List.copyOf(places);
    }

    /** How many of the ascending offsets lie before one. */
    static long before(long[] ascending, long offset) {
        int found = Arrays.binarySearch(ascending, offset);
        return found < 0 ? -found - 1 : found;
    }

    /** Topics may be there, as long as nothing is in them: they are made anew, as they were. */
    void clear(Collection<TopicPart> topics) throws InterruptedException {
        try (Admin admin = stores.kafkaAdmin()) {
            List<String> there = get(admin.listTopics().names()).stream()
                    .filter(name ->
                            topics.stream().anyMatch(part -> part.topic().equals(name)))
                    .sorted()
                    .toList();
            List<String> used = used(admin, there);
            if (!used.isEmpty()) {
                throw new BackupFailure("restore into a Kafka that has nothing in these topics: delete " + used);
            }
            get(admin.deleteTopics(there).all());
            long end = System.nanoTime() + GROUPS_END_WITHIN.toNanos();
            while (get(admin.listTopics().names()).stream().anyMatch(there::contains)) {
                if (System.nanoTime() > end) {
                    throw new BackupFailure("Kafka does not delete the empty topics " + there);
                }
                Thread.sleep(LOOK_EVERY);
            }
        }
    }

    private static List<String> used(Admin admin, List<String> topics) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = get(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(toMap(place -> place, _ -> OffsetSpec.latest()));
        return get(admin.listOffsets(ends).all()).entrySet().stream()
                .filter(end -> end.getValue().offset() > 0)
                .map(end -> end.getKey().topic())
                .distinct()
                .sorted()
                .toList();
    }

    void restore(Path folder, Manifest manifest, short replicas) throws IOException, InterruptedException {
        try (Admin admin = stores.kafkaAdmin()) {
            get(admin.createTopics(newTopics(manifest.topics(), replicas)).all());
            try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                    stores.kafkaClient(RESTORING), new ByteArraySerializer(), new ByteArraySerializer())) {
                for (TopicPart part : manifest.topics()) {
                    restore(producer, TopicFiles.in(folder), part);
                }
            }
            for (var group : manifest.groups().stream()
                    .collect(groupingBy(GroupPlace::group, TreeMap::new, toList()))
                    .entrySet()) {
                get(admin.alterConsumerGroupOffsets(
                                group.getKey(),
                                group.getValue().stream()
                                        .collect(toMap(
                                                place -> new TopicPartition(place.topic(), place.partition()),
                                                place -> new OffsetAndMetadata(
                                                        place.records(),
                                                        Objects.requireNonNullElse(place.metadata(), "")))))
                        .all());
            }
        }
    }

    private static List<NewTopic> newTopics(List<TopicPart> parts, short replicas) {
        return parts.stream().collect(groupingBy(TopicPart::topic, TreeMap::new, toList())).entrySet().stream()
                .map(topic -> new NewTopic(topic.getKey(), topic.getValue().size(), replicas)
                        .configs(topic.getValue().getFirst().settings()))
                .toList();
    }

    private static void restore(Producer<byte[], byte[]> producer, TopicFiles files, TopicPart part)
            throws IOException {
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        long sent = 0;
        try (DataInputStream in = files.read(part.topic(), part.partition())) {
            for (Optional<StoredRecord> next = StoredRecord.read(in); next.isPresent(); next = StoredRecord.read(in)) {
                var _ = producer.send(next.get().to(part.topic(), part.partition()), (_, failed) -> {
                    if (failed != null) {
                        failure.compareAndSet(null, failed);
                    }
                });
                sent++;
            }
        }
        producer.flush();
        Exception refused = failure.get();
        if (refused != null) {
            throw new BackupFailure("cannot write to " + part.topic() + ": " + refused, refused);
        }
        if (sent != part.records()) {
            throw new BackupFailure("%s-%d has %d records in its file, and %d in the manifest"
                    .formatted(part.topic(), part.partition(), sent, part.records()));
        }
    }

    static <T> T get(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException refused) {
            throw new BackupFailure("Kafka: " + refused.getCause(), refused);
        }
    }
}
