package dev.almanac.local.broker;

import dev.almanac.events.wire.Topic;
import dev.almanac.local.machine.Probe;
import dev.almanac.local.machine.StartFailure;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.NewTopic;

/** Every topic of the suite, with the partitions and the retention that the contract states. */
public final class Topics {
    private static final short ONE_REPLICA = 1;
    private static final Map<String, String> FOR_EVER = Map.of("retention.ms", "-1", "retention.bytes", "-1");
    private static final Map<String, String> A_MONTH =
            Map.of("retention.ms", Long.toString(Topic.ACTIVITY_KEPT.toMillis()));
    private static final int TIMEOUT_MILLIS = 2000;

    private Topics() {}

    /** Creates those that are missing. */
    public static void create(String servers, Map<String, String> security, short replicas, Duration patience)
            throws InterruptedException {
        try (Admin admin = admin(servers, security, (int) patience.toMillis())) {
            Set<String> existing = admin.listTopics().names().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            List<NewTopic> missing = all(replicas)
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new StartFailure("the topics cannot be created on " + servers + ": " + e.getMessage());
        }
    }

    /** Whether a broker answers there. */
    public static Probe answers(String servers) {
        return answers(servers, Map.of());
    }

    /** To whom these settings let in. */
    public static Probe answers(String servers, Map<String, String> security) {
        return () -> {
            try (Admin admin = admin(servers, security, TIMEOUT_MILLIS)) {
                return !admin.describeCluster(new DescribeClusterOptions().timeoutMs(TIMEOUT_MILLIS))
                        .nodes()
                        .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                        .isEmpty();
            } catch (ExecutionException | TimeoutException notYet) {
                return false;
            }
        };
    }

    /** As they are created on a single broker. */
    public static Stream<NewTopic> all() {
        return all(ONE_REPLICA);
    }

    static Stream<NewTopic> all(short replicas) {
        Stream<NewTopic> domain =
                Arrays.stream(Topic.values()).map(topic -> topic(topic.topicName(), replicas, topic.configuration()));
        Stream<NewTopic> activity = Stream.of(topic(Topic.ACTIVITY_V1, replicas, A_MONTH));
        List<NewTopic> kept =
                Stream.of(domain, activity).flatMap(topics -> topics).toList();
        Stream<NewTopic> deadLetters =
                kept.stream().map(topic -> new NewTopic(topic.name() + ".dlt", 1, replicas).configs(FOR_EVER));
        Stream<NewTopic> latest = Stream.of(latest(Topic.PUBLISHED_V1, replicas), latest(Topic.JOBS_V1, replicas));
        return Stream.of(kept.stream(), deadLetters, latest).flatMap(topics -> topics);
    }

    private static NewTopic topic(String name, short replicas, Map<String, String> configuration) {
        return new NewTopic(name, Topic.PARTITIONS, replicas).configs(configuration);
    }

    /** Compacted soon: only the last record of a key counts. */
    private static NewTopic latest(String name, short replicas) {
        return new NewTopic(name, 1, replicas)
                .configs(Map.of(
                        "cleanup.policy", "compact", "segment.ms", "600000", "min.cleanable.dirty.ratio", "0.1"));
    }

    private static Admin admin(String servers, Map<String, String> security, int timeoutMillis) {
        Map<String, Object> settings = new HashMap<>(security);
        settings.put("bootstrap.servers", servers);
        settings.put("request.timeout.ms", TIMEOUT_MILLIS);
        settings.put("default.api.timeout.ms", Math.max(timeoutMillis, TIMEOUT_MILLIS));
        return Admin.create(settings);
    }
}
