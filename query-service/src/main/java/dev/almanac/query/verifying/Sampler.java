package dev.almanac.query.verifying;

import dev.almanac.events.wire.Topic;
import dev.almanac.query.kafka.Consumers;
import dev.almanac.query.store.Documents;
import dev.almanac.query.views.Fold;
import dev.almanac.query.views.ReadModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.TopicPartition;
import reactor.core.publisher.Mono;

/**
 * Chooses what is compared: where a change was found at some place of a topic, the documents around the one that it touches. A
 * view that is small is compared whole.
 */
final class Sampler {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Where documents are missing, more should lie between two ids than does. */
    private static final int MORE_THAN_LIES_THERE = 4;

    private static final int TRIES_OF_EACH = 4;
    private final VerificationProperties properties;
    private final Topics topics;
    private final RandomGenerator random;
    private final Map<TopicPartition, Long> beginnings;
    private final Map<TopicPartition, Long> ends;

    Sampler(VerificationProperties properties, Topics topics, RandomGenerator random) {
        this.properties = properties;
        this.topics = topics;
        this.random = random;
        this.beginnings = topics.beginnings(Consumers.domainPartitions());
        this.ends = topics.ends(Consumers.domainPartitions());
    }

    <V> ViewSample<V> sampled(ReadModel<V> model, Documents<V> documents) {
        int all = properties.documents();
        boolean isSmall = block(documents.idsFrom("", all + 1).collectList()).size() <= all;
        return new ViewSample<>(
                model,
                documents,
                isSmall ? List.of(new Sample<>("", null, all * MORE_THAN_LIES_THERE)) : samples(model, documents));
    }

    private <V> List<Sample<V>> samples(ReadModel<V> model, Documents<V> documents) {
        List<Sample<V>> samples = new ArrayList<>();
        for (int i = 0; i < properties.samples() * TRIES_OF_EACH && samples.size() < properties.samples(); i++) {
            someId(model)
                    .map(id -> around(id, documents))
                    .filter(sample -> samples.stream().noneMatch(sample::overlaps))
                    .ifPresent(samples::add);
        }
        return samples;
    }

    /** Of a document that some change touches: one that changed often rather than one that did not. */
    private Optional<String> someId(ReadModel<?> model) {
        List<Topic> sources = model.topics().stream().sorted().toList();
        List<TopicPartition> partitions = Consumers.partitions(sources.get(random.nextInt(sources.size())));
        TopicPartition partition = partitions.get(random.nextInt(partitions.size()));
        long beginning = beginnings.getOrDefault(partition, 0L);
        long end = ends.getOrDefault(partition, 0L);
        return end <= beginning
                ? Optional.empty()
                : topics.near(partition, random.nextLong(beginning, end))
                        .flatMap(delivered -> Fold.keys(model, List.of(delivered)).stream()
                                .sorted()
                                .findFirst());
    }

    private <V> Sample<V> around(String id, Documents<V> documents) {
        int half = Math.max(1, properties.documentsOfASample() / 2);
        List<String> before = block(documents.idsBefore(id, half).collectList());
        List<String> from = block(documents.idsFrom(id, half + 1).collectList());
        return new Sample<>(
                before.size() < half ? "" : before.getLast(),
                from.size() <= half ? null : from.getLast(),
                2 * half * MORE_THAN_LIES_THERE);
    }

    private static <T> T block(Mono<T> asked) {
        return Objects.requireNonNull(asked.block(PATIENCE));
    }
}
