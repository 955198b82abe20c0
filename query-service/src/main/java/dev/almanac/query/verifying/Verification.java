package dev.almanac.query.verifying;

import dev.almanac.events.wire.Topic;
import dev.almanac.query.kafka.Consumers;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Generations;
import dev.almanac.query.verifying.VerificationReport.Outcome;
import dev.almanac.query.views.Delivered;
import dev.almanac.query.views.ReadModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import reactor.core.publisher.Mono;

/**
 * One verification of the views that readers see. The order of its steps is what makes it right while changes go on coming:
 * documents are looked at after the positions up to which they surely are, and before the ends of the topics up to which they
 * may be.
 */
final class Verification {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** For what has come while it was read. */
    private static final Duration FOR_THE_REST = Duration.ofMinutes(1);

    private final Generations generations;
    private final Consumers consumers;
    private final VerificationProperties properties;
    private final Clock clock;
    private final long seed;
    private final Instant startedAt;

    Verification(
            Generations generations, Consumers consumers, VerificationProperties properties, Clock clock, long seed) {
        this.generations = generations;
        this.consumers = consumers;
        this.properties = properties;
        this.clock = clock;
        this.seed = seed;
        this.startedAt = clock.instant();
    }

    /** At most so long it takes, with all that follows the reading. */
    static Duration takesAtMost(VerificationProperties properties) {
        return properties.takesAtMost().multipliedBy(2).plus(FOR_THE_REST).plus(FOR_THE_REST);
    }

    VerificationReport run() {
        block(generations.refresh());
        Generation views = generations.active();
        try (Topics topics = new Topics(consumers.ofPlaces())) {
            List<Comparison> comparisons = compared(views, topics);
            block(generations.refresh());
            return generations.active().layout().equals(views.layout())
                    ? report(Outcome.FINISHED, views, comparisons)
                    : report(Outcome.OVERTAKEN, views, List.of());
        }
    }

    private List<Comparison> compared(Generation views, Topics topics) {
        Random random = new Random(seed);
        List<Comparison> comparisons = new ArrayList<>();
        List<ViewSample<?>> samples = new ArrayList<>();
        Sampler sampler = new Sampler(properties, topics, random);
        for (ReadModel<?> model : views.models()) {
            if (isOfThisVersion(model, views)) {
                samples.add(sampled(sampler, model, views));
            } else {
                comparisons.add(Comparison.none(model.name(), Doubt.OTHER_VERSION));
            }
        }
        Looked looked = look(views, topics, samples, random);
        samples.forEach(sample -> comparisons.add(sample.compare(looked)));
        acquitWhatLacksChanges(comparisons, topics, looked);
        return comparisons;
    }

    private static boolean isOfThisVersion(ReadModel<?> model, Generation views) {
        return Objects.requireNonNull(views.layout().views().get(model.name())).version() == model.version();
    }

    private static <V> ViewSample<V> sampled(Sampler sampler, ReadModel<V> model, Generation views) {
        return sampler.sampled(model, views.of(model));
    }

    /** Reads the topics, then the documents, then what has come to the topics meanwhile. */
    private Looked look(Generation views, Topics topics, List<ViewSample<?>> samples, Random random) {
        Deadline deadline = Deadline.in(properties.takesAtMost());
        Map<TopicPartition, Long> before = applied(views);
        List<TopicPartition> partitions = shuffled(samples, random);
        Map<TopicPartition, Long> beginnings = topics.beginnings(partitions);
        Map<TopicPartition, Long> ends = topics.ends(partitions);
        Set<TopicPartition> unread = new HashSet<>();
        read(topics, samples, before, beginnings, ends, deadline, unread);

        Map<TopicPartition, Long> applied = applied(views);
        samples.forEach(ViewSample::find);
        Map<TopicPartition, Long> later = topics.ends(partitions);
        read(topics, samples, before, ends, later, Deadline.in(FOR_THE_REST), unread);
        return new Looked(clock.instant(), applied, unread, topics.beginnings(partitions));
    }

    /** In another order each time, so that what there is no time for is not always the same. */
    private static List<TopicPartition> shuffled(List<ViewSample<?>> samples, Random random) {
        List<TopicPartition> partitions = samples.stream()
                .flatMap(sample -> sample.topics().stream())
                .distinct()
                .sorted()
                .flatMap(topic -> Consumers.partitions(topic).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(partitions, random);
        return partitions;
    }

    private static void read(
            Topics topics,
            List<ViewSample<?>> samples,
            Map<TopicPartition, Long> applied,
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> till,
            Deadline deadline,
            Set<TopicPartition> unread) {
        for (Map.Entry<TopicPartition, Long> end : till.entrySet()) {
            TopicPartition partition = end.getKey();
            long start = from.getOrDefault(partition, 0L);
            if (!unread.contains(partition)
                    && !topics.read(
                            partition, start, end.getValue(), deadline, change -> take(samples, change, applied))) {
                unread.add(partition);
            }
        }
    }

    private static void take(List<ViewSample<?>> samples, Delivered delivered, Map<TopicPartition, Long> applied) {
        Topic topic = Topic.of(delivered.change());
        for (ViewSample<?> sample : samples) {
            if (sample.topics().contains(topic)) {
                sample.take(delivered, applied);
            }
        }
    }

    /** What lacks changes is not as the topics say, and not wrong either: readers may know more than the topics still do. */
    private void acquitWhatLacksChanges(List<Comparison> comparisons, Topics topics, Looked looked) {
        Wholeness wholeness = new Wholeness(comparisons.stream()
                .flatMap(comparison -> comparison.suspects().stream())
                .toList());
        List<TopicPartition> partitions = List.copyOf(wholeness.partitions());
        Deadline deadline = Deadline.in(properties.takesAtMost());
        Map<TopicPartition, Long> beginnings = topics.beginnings(partitions);
        topics.ends(partitions)
                .forEach((partition, end) ->
                        topics.read(partition, beginnings.getOrDefault(partition, 0L), end, deadline, wholeness::take));
        comparisons.forEach(comparison -> comparison.acquit(suspect -> wholeness.lacksChanges(suspect, looked)));
    }

    private static Map<TopicPartition, Long> applied(Generation views) {
        return block(views.positions().read());
    }

    private VerificationReport report(Outcome outcome, Generation views, List<Comparison> comparisons) {
        return new VerificationReport(
                outcome,
                null,
                seed,
                startedAt,
                clock.instant(),
                views.number(),
                comparisons.stream().map(Comparison::told).toList(),
                comparisons.stream()
                        .flatMap(comparison -> comparison.differences().stream())
                        .limit(VerificationReport.DIFFERENCES_MAX)
                        .toList());
    }

    VerificationReport failed(RuntimeException failure) {
        return new VerificationReport(
                Outcome.FAILED,
                failure.getClass().getSimpleName(),
                seed,
                startedAt,
                clock.instant(),
                generations.active().number(),
                List.of(),
                List.of());
    }

    private static <T> T block(Mono<T> asked) {
        return Objects.requireNonNull(asked.block(PATIENCE));
    }
}
