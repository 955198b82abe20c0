package dev.almanac.faults;

import dev.almanac.local.Suite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;

/** How the groups of a suite share their partitions, as the brokers say. */
final class Split {
    private static final long PATIENCE_SECONDS = 20;

    private Split() {}

    /** By group, how many partitions each member has. */
    static Map<String, List<Integer>> of(Suite suite) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", suite.kafkaServers()))) {
            List<String> groups = admin.listGroups().all().get(PATIENCE_SECONDS, TimeUnit.SECONDS).stream()
                    .map(GroupListing::groupId)
                    .toList();
            Map<String, List<Integer>> split = new HashMap<>();
            admin.describeConsumerGroups(groups)
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .forEach((group, description) -> split.put(group, partitions(description)));
            return split;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Integer> partitions(ConsumerGroupDescription group) {
        return group.members().stream()
                .map(member -> member.assignment().topicPartitions().size())
                .sorted()
                .toList();
    }
}
