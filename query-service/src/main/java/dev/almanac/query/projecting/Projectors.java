package dev.almanac.query.projecting;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.position.Applied;
import dev.almanac.query.position.PositionGate;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Generations;
import dev.almanac.query.store.Pointer;
import dev.almanac.query.store.StoreFailures;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps exactly those projectors running that the pointer in the store asks for. What has stopped after a failure is
 * started again; a generation that has caught up becomes the active one; what nobody reads any more is dropped.
 */
@Component
public class Projectors implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(Projectors.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration AT_START = Duration.ofSeconds(5);
    private final Map<Integer, ConcurrentMessageListenerContainer<String, Recorded<Change>>> running = new HashMap<>();
    private final Map<Integer, Instant> retired = new HashMap<>();
    private final Standstill standstill = new Standstill();
    private final Generations generations;
    private final ProjectorContainers containers;
    private final ProjectorProperties properties;
    private final Applied applied;
    private final Stuck stuck;
    private final PositionGate gate;
    private final Clock clock;
    private volatile boolean healthy;

    Projectors(
            Generations generations,
            ProjectorContainers containers,
            ProjectorProperties properties,
            Applied applied,
            Stuck stuck,
            PositionGate gate,
            Clock clock) {
        this.generations = generations;
        this.containers = containers;
        this.properties = properties;
        this.applied = applied;
        this.stuck = stuck;
        this.gate = gate;
        this.clock = clock;
    }

    /** Whether the projectors are looked after, and the one that readers see gets on. */
    public boolean areHealthy() {
        return healthy && standingStill().isEmpty();
    }

    /** Partitions whose next batch has failed again and again, and where. */
    public Map<String, Long> standingStill() {
        return generations.known().map(active -> stuck.places(active.number())).orElseGet(Map::of);
    }

    /** Before the first request is taken: where the store does not answer now, requests are refused until it does. */
    @Override
    public void afterSingletonsInstantiated() {
        var _ = generations
                .refresh()
                .onErrorComplete()
                .timeout(AT_START, Mono.empty())
                .block();
    }

    @Scheduled(fixedDelay = 500)
    synchronized void reconcile() {
        try {
            generations
                    .refresh()
                    .flatMap(generations::takePart)
                    .blockOptional(PATIENCE)
                    .ifPresent(this::reconcile);
            healthy = true;
        } catch (RuntimeException unreachable) {
            if (!(unreachable instanceof IllegalStateException) && !StoreFailures.isOfTheStore(unreachable)) {
                throw unreachable;
            }
            if (healthy) {
                LOG.warn("projectors cannot be looked after: {}", unreachable.toString());
            }
            healthy = false;
        }
    }

    /** Other instances apply partitions too: a read that waits here has to learn of it; and whether a store that broke off has all. */
    @Scheduled(fixedDelay = 50)
    void lookAtPositions() {
        if (gate.isAwaited() || applied.isAwaited() || applied.isInDoubt()) {
            generations.known().ifPresent(this::lookAtPositions);
        }
    }

    private void lookAtPositions(Generation active) {
        long doubts = applied.doubts();
        active.positions().read().onErrorComplete().blockOptional(PATIENCE).ifPresent(positions -> {
            applied.advance(active.number(), positions);
            applied.seen(active.number(), positions, doubts);
        });
    }

    @PreDestroy
    synchronized void stop() {
        running.values().forEach(ConcurrentMessageListenerContainer::stop);
    }

    private void reconcile(Pointer pointer) {
        Generation active = generations.active();
        Optional<Generation> building = generations.building(pointer);
        List<Generation> wanted =
                Stream.concat(Stream.of(active), building.stream()).toList();
        wanted.forEach(this::ensureRunning);
        running.keySet().stream()
                .filter(number -> wanted.stream().noneMatch(generation -> generation.number() == number))
                .toList()
                .forEach(this::retire);
        dropRetired(pointer);
        building.ifPresent(built -> switchIfCaughtUp(pointer, active, built));
        generations.foreign(pointer).ifPresent(foreign -> takeOverIfAbandoned(pointer, active, foreign));
    }

    private void ensureRunning(Generation generation) {
        var container = running.get(generation.number());
        if (container == null || !container.isRunning()) {
            generations.prepare(generation).block(PATIENCE);
            var fresh = containers.container(generation);
            running.put(generation.number(), fresh);
            fresh.start();
        }
    }

    private void retire(int number) {
        Objects.requireNonNull(running.remove(number)).stop();
        retired.put(number, clock.instant().plus(properties.retirement()));
    }

    /** Documents go once the last has retired: they may have been those of several. */
    private void dropRetired(Pointer pointer) {
        List<Integer> over = retired.entrySet().stream()
                .filter(entry -> entry.getValue().isBefore(clock.instant()))
                .map(Map.Entry::getKey)
                .toList();
        if (!over.isEmpty() && over.size() == retired.size()) {
            generations.dropUnused(pointer).block(PATIENCE);
            over.forEach(this::forget);
        }
    }

    private void forget(int number) {
        applied.forget(number);
        stuck.forget(number);
        retired.remove(number);
    }

    private void switchIfCaughtUp(Pointer pointer, Generation active, Generation built) {
        Map<TopicPartition, Long> old = positions(active);
        if (hasCaughtUp(built, old)) {
            generations
                    .caughtUp(pointer, old)
                    .blockOptional(PATIENCE)
                    .ifPresent(next -> LOG.info(
                            "generation {} has caught up; readers see {}",
                            built.number(),
                            next.active().number()));
        }
    }

    /** While other code gets on with it, as in an upgrade of several instances, it is left alone. */
    private void takeOverIfAbandoned(Pointer pointer, Generation active, Generation foreign) {
        Duration stood = standstill.of(foreign.number(), positions(foreign), clock.instant());
        if (stood.compareTo(properties.abandonment()) >= 0) {
            generations
                    .takeOver(pointer, positions(active))
                    .blockOptional(PATIENCE)
                    .ifPresent(next -> LOG.info(
                            "generation {} was left by the code that built it; {} is built instead",
                            foreign.number(),
                            Objects.requireNonNull(next.building()).number()));
        }
    }

    private static boolean hasCaughtUp(Generation generation, Map<TopicPartition, Long> old) {
        Map<TopicPartition, Long> built = positions(generation);
        Set<String> topics = generation.topics().stream().map(Topic::topicName).collect(Collectors.toSet());
        return old.entrySet().stream()
                .filter(entry -> topics.contains(entry.getKey().topic()))
                .allMatch(entry -> built.getOrDefault(entry.getKey(), 0L) >= entry.getValue());
    }

    private static Map<TopicPartition, Long> positions(Generation generation) {
        return Objects.requireNonNull(generation.positions().read().block(PATIENCE));
    }
}
