package dev.almanac.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.wire.Topic;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private static final List<String> COMPACTED = List.of(Topic.PUBLISHED_V1, Topic.JOBS_V1);
    private final Map<String, NewTopic> topics = Topics.all().collect(Collectors.toMap(NewTopic::name, topic -> topic));

    @Test
    void every_topic_but_those_of_which_the_last_record_counts_has_dead_letters() {
        assertThat(topics.keySet())
                .filteredOn(name -> !name.endsWith(".dlt") && !COMPACTED.contains(name))
                .allSatisfy(name -> assertThat(topics).containsKey(name + ".dlt"));
    }

    @Test
    void domain_topics_are_kept_for_ever() {
        for (Topic topic : Topic.values()) {
            assertThat(topics.get(topic.topicName()))
                    .satisfies(created -> assertThat(created.numPartitions()).isEqualTo(Topic.PARTITIONS))
                    .satisfies(created -> assertThat(created.configs()).containsEntry("retention.ms", "-1"));
        }
    }

    @Test
    void the_published_position_and_the_jobs_are_one_compacted_partition_each() {
        assertThat(COMPACTED)
                .extracting(topics::get)
                .allSatisfy(created -> assertThat(created.numPartitions()).isOne())
                .allSatisfy(created -> assertThat(created.configs()).containsEntry("cleanup.policy", "compact"));
    }
}
