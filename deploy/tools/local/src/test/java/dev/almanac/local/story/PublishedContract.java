package dev.almanac.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.wire.Topic;
import dev.almanac.local.Suite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the AsyncAPI document promises, compared with the topics of a running suite and what its services wrote. */
final class PublishedContract {
    private PublishedContract() {}

    static void holdsIn(Suite suite) throws Exception {
        JsonNode document =
                new YAMLMapper().readTree(Files.readString(Path.of("..", "..", "..", "docs", "asyncapi.yaml")));
        JsonNode channels = document.get("channels");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", suite.kafkaServers()))) {
            Set<String> topics = admin.listTopics().names().get();
            assertThat(topics).containsAll(channels.propertyNames());
            for (Topic topic : Topic.values()) {
                assertThat(topics).contains(topic.deadLetterName());
                assertThat(retention(admin, topic)).isEqualTo("-1");
                JsonNode channel = channels.get(topic.topicName());
                assertThat(partitions(admin, topic))
                        .isEqualTo(channel.get("bindings")
                                .get("kafka")
                                .get("partitions")
                                .asInt());
                for (Recorded<Change> recorded : TopicReader.read(suite.kafkaServers(), topic)) {
                    assertThat(channel.get("messages").has(recorded.change().type()))
                            .isTrue();
                }
            }
        }
    }

    private static String retention(Admin admin, Topic topic) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
        Config config = admin.describeConfigs(Set.of(resource)).all().get().get(resource);
        return Objects.requireNonNull(config).get("retention.ms").value();
    }

    private static int partitions(Admin admin, Topic topic) throws ExecutionException, InterruptedException {
        TopicDescription description = admin.describeTopics(Set.of(topic.topicName()))
                .allTopicNames()
                .get()
                .get(topic.topicName());
        return Objects.requireNonNull(description).partitions().size();
    }
}
