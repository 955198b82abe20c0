package dev.almanac.query.rules;

import dev.almanac.events.wire.Topic;
import dev.almanac.query.access.Rights;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.caching.PositionsNow;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Generations;
import dev.almanac.query.views.Stored;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Every rule, kept in memory: a window or a feed asks for all of them, and to read and set up ten thousand takes longer than to
 * count them. The positions of the topic, which the projector moves after it has written, say when a document may be newer.
 */
@Component
public class RuleCache {
    private final Generations generations;
    private final VisibleViews visible;
    private final PositionsNow positions;
    private final AtomicReference<Held> held = new AtomicReference<>(new Held(-1, Map.of(), Map.of()));

    RuleCache(Generations generations, VisibleViews visible, PositionsNow positions) {
        this.positions = positions;
        this.visible = visible;
        this.generations = generations;
    }

    /** The loads as they were at these positions, or later. */
    private record Held(int generation, Map<TopicPartition, Long> positions, Map<String, CachedRule> rules) {

        /** From which offset on a document may be newer, of whatever partition it is; 0 for all of them. */
        private long since(Map<TopicPartition, Long> now) {
            boolean lost = positions.entrySet().stream()
                    .anyMatch(before -> now.getOrDefault(before.getKey(), 0L) < before.getValue());
            return lost
                    ? 0
                    : now.entrySet().stream()
                            .filter(next -> !next.getValue().equals(positions.get(next.getKey())))
                            .mapToLong(next -> positions.getOrDefault(next.getKey(), 0L))
                            .min()
                            .orElse(Long.MAX_VALUE);
        }

        private Held with(Map<TopicPartition, Long> now, List<Stored<RuleView>> newer, long since) {
            Map<String, CachedRule> all = new HashMap<>(since == 0 ? Map.of() : rules);
            for (Stored<RuleView> stored : newer) {
                RuleView view = stored.view();
                if (view == null) {
                    all.remove(stored.id());
                } else {
                    all.put(stored.id(), CachedRule.of(view));
                }
            }
            return new Held(generation, now, all);
        }
    }

    /** Those that the caller may see. */
    public Mono<List<CachedRule>> visible() {
        return visible.rights().flatMap(this::seenBy);
    }

    /** Those that may be seen with these rights. */
    public Mono<List<CachedRule>> seenBy(Rights rights) {
        return all().map(rules ->
                rules.stream().filter(rule -> rights.mayRead(rule.view())).toList());
    }

    /** All of them as they were at a time: another shelf equals it as long as none of them has changed. */
    public record Shelf(Collection<CachedRule> rules) {}

    /** For whoever may see them all. */
    public Mono<Shelf> everything() {
        return all().map(Shelf::new);
    }

    private Mono<Collection<CachedRule>> all() {
        Generation views = generations.active();
        return positions
                .of(views)
                .map(RuleCache::ofRules)
                .flatMap(now -> upTo(views, now))
                .map(current -> current.rules().values());
    }

    private Mono<Held> upTo(Generation views, Map<TopicPartition, Long> now) {
        Held last = held.get();
        Held known = last.generation() == views.number() ? last : new Held(views.number(), Map.of(), Map.of());
        long since = known.since(now);
        return since == Long.MAX_VALUE
                ? Mono.just(known)
                : RuleReads.of(views)
                        .writtenSince(since)
                        .collectList()
                        .map(newer -> known.with(now, newer, since))
                        .doOnNext(held::set);
    }

    private static Map<TopicPartition, Long> ofRules(Map<TopicPartition, Long> positions) {
        return positions.entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(Topic.RULES_V1))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
