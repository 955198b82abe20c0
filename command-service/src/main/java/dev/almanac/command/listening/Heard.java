package dev.almanac.command.listening;

import dev.almanac.events.wire.Topic;
import dev.almanac.web.Rejected;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Waits for what callers may have heard of before us. That there is no such thing is only said once we have heard all that was
 * published before they asked.
 */
@Component
public class Heard implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration SOON = Duration.ofSeconds(1);
    private final Admin kafka;
    private final Duration behindMax;
    private final int timeoutMillis;
    private final int looksMax;

    /** @param behindMax how long it is waited for */
    Heard(KafkaAdmin kafka, @Value("${almanac.listening.behind-max}") Duration behindMax) {
        this.kafka = Admin.create(kafka.getConfigurationProperties());
        this.behindMax = behindMax;
        this.timeoutMillis = (int) behindMax.toMillis();
        this.looksMax = 1 + (int) behindMax.dividedBy(BETWEEN_LOOKS);
    }

    /** What is heard by a group of ours. */
    public enum Of {
        RUNS(Groups.RUNS, Topic.OCCURRENCES_V1),
        CONFLICTS(Groups.CONFLICTS, Topic.CONFLICTS_V1);

        private final String group;
        private final String topic;

        Of(String group, String topic) {
            this.group = group;
            this.topic = topic;
        }
    }

    /**
     * What is found: at once, or as soon as it is heard of. Empty if there is nothing, though all is heard; 503 if that does not
     * show in time.
     *
     * @param look empty as long as nothing is found
     */
    public <T> Mono<T> waitFor(Of what, Mono<T> look) {
        return look.switchIfEmpty(Mono.defer(() -> ends(what.topic)
                .flatMap(ends -> untilHeard(what.group, ends, look))
                .timeout(behindMax.multipliedBy(2))
                .onErrorMap(Heard::isOfKafka, _ -> behind())
                .publishOn(Schedulers.parallel())
                .flatMap(Mono::justOrEmpty)));
    }

    private <T> Mono<Optional<T>> untilHeard(String group, Map<TopicPartition, Long> ends, Mono<T> look) {
        return Flux.range(0, looksMax)
                .concatMap(again -> Mono.delay(again == 0 ? Duration.ZERO : BETWEEN_LOOKS)
                        .then(hasHeard(group, ends))
                        .flatMap(all ->
                                look.map(Optional::of).switchIfEmpty(all ? Mono.just(Optional.empty()) : Mono.empty())))
                .next()
                .switchIfEmpty(Mono.error(Heard::behind));
    }

    /** With what is not committed yet: whoever has committed it asks before its partitions say so. */
    private Mono<Map<TopicPartition, Long>> ends(String topic) {
        return Mono.defer(() ->
                        of(kafka.describeTopics(List.of(topic), new DescribeTopicsOptions().timeoutMs(timeoutMillis))
                                .allTopicNames()))
                .flatMap(topics ->
                        of(kafka.listOffsets(latest(topics.values()), new ListOffsetsOptions().timeoutMs(timeoutMillis))
                                .all()))
                .map(offsets -> offsets.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, end -> end.getValue().offset())));
    }

    private static Map<TopicPartition, OffsetSpec> latest(Collection<TopicDescription> topics) {
        return topics.stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
    }

    private Mono<Boolean> hasHeard(String group, Map<TopicPartition, Long> ends) {
        return Mono.defer(() -> of(kafka.listConsumerGroupOffsets(
                                Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(ends.keySet())),
                                new ListConsumerGroupOffsetsOptions().timeoutMs(timeoutMillis))
                        .partitionsToOffsetAndMetadata(group)))
                .map(heard ->
                        ends.entrySet().stream().allMatch(end -> end.getValue() <= upTo(heard.get(end.getKey()))));
    }

    private static long upTo(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private static <T> Mono<T> of(KafkaFuture<T> answer) {
        return Mono.fromCompletionStage(answer.toCompletionStage());
    }

    private static boolean isOfKafka(Throwable failure) {
        return failure instanceof KafkaException || failure instanceof TimeoutException;
    }

    private static Rejected behind() {
        return Rejected.because(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "view-behind",
                        "What was published last is not heard here yet: try again")
                .retryAfter(SOON);
    }

    @Override
    public void close() {
        kafka.close(Duration.ZERO);
    }
}
