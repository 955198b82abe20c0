package dev.almanac.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.wire.Topic;
import dev.almanac.local.broker.Topics;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

/** Topics in clusters are those that the language names, with as many partitions, kept as long. */
class TopicsTest {
    private static final String COPIES = "min.insync.replicas";

    /** As {@code ./up} makes them. */
    private static Map<String, String> expected() {
        return Topics.all().collect(Collectors.toMap(NewTopic::name, TopicsTest::described));
    }

    private static String described(NewTopic topic) {
        return described(topic.numPartitions(), topic.configs());
    }

    private static String described(int partitions, Map<String, String> configuration) {
        return partitions + " " + new TreeMap<>(configuration);
    }

    @Test
    void the_language_names_them_all() {
        assertThat(expected())
                .containsKeys(Stream.of(Topic.values()).map(Topic::topicName).toArray(String[]::new))
                .containsKeys(
                        Stream.of(Topic.values()).map(Topic::deadLetterName).toArray(String[]::new))
                .containsKeys(Topic.ACTIVITY_V1, Topic.PUBLISHED_V1, Topic.JOBS_V1);
    }

    @Test
    void a_cluster_has_the_topics_of_the_language() throws IOException {
        Map<String, String> topics = Manifests.written().of(KafkaTopic.class).stream()
                .collect(Collectors.toMap(topic -> topic.metadata().getName(), topic -> {
                    Map<String, String> configuration =
                            new TreeMap<>(topic.spec().config());
                    configuration.remove(COPIES);
                    return described(topic.spec().partitions(), configuration);
                }));
        assertThat(topics).isEqualTo(expected());
    }

    @Test
    void compose_makes_the_topics_of_the_language() {
        Map<String, String> topics = Yamls.text(Compose.FOLDER.resolve("topics"))
                .lines()
                .filter(line -> line.startsWith("topic scheduling."))
                .map(line -> line.split(" +"))
                .collect(Collectors.toMap(
                        words -> words[1],
                        words -> described(
                                Integer.parseInt(words[2]),
                                Stream.of(words)
                                        .skip(3)
                                        .map(pair -> pair.split("="))
                                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])))));
        assertThat(topics).isEqualTo(expected());
    }

    @Test
    void in_production_a_record_outlives_a_broker_and_on_one_machine_one_copy_is_enough() throws Exception {
        assertThat(Manifests.of("production").of(KafkaTopic.class)).allSatisfy(topic -> {
            assertThat(topic.spec().replicas()).isEqualTo(3);
            assertThat(topic.spec().config()).containsEntry(COPIES, "2");
        });
        assertThat(Manifests.of("dev").of(KafkaTopic.class)).allSatisfy(topic -> {
            assertThat(topic.spec().replicas()).isEqualTo(1);
            assertThat(topic.spec().config()).containsEntry(COPIES, "1");
        });
    }

    @Test
    void nobody_scales_beyond_what_partitions_can_feed() throws Exception {
        Manifests production = Manifests.of("production");
        assertThat(production.of(ScaledObject.class))
                .extracting(scaled -> scaled.spec().scaleTargetRef().name())
                .containsExactlyInAnyOrderElementsOf(
                        Workload.in(production).stream().map(Workload::name).toList());
        for (ScaledObject scaled : production.of(ScaledObject.class)) {
            assertThat(scaled.spec().minReplicaCount()).isBetween(2, 3);
            assertThat(scaled.spec().maxReplicaCount()).isBetween(3, Topic.PARTITIONS);
            assertThat(Workload.in(production))
                    .filteredOn(
                            workload -> workload.name().equals(scaled.metadata().getName()))
                    .singleElement()
                    .satisfies(workload -> {
                        assertThat(scaled.spec().scaleTargetRef().kind()).isEqualTo(workload.kind());
                        // Whoever applies the manifests again does not undo what was scaled.
                        assertThat(workload.replicas()).isNull();
                    });
            scaled.spec().triggers().stream()
                    .filter(trigger -> trigger.type().equals("kafka"))
                    .forEach(trigger -> assertThat(trigger.metadata())
                            .containsEntry(
                                    "consumerGroup",
                                    Image.of(scaled.metadata().getName())
                                            .settings()
                                            .lines()
                                            .get("spring.application.name")));
        }
    }
}
