package dev.almanac.query.projecting;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Republication;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.views.Delivered;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices where a key's changes do not follow each other: whoever numbers them counts without gaps, so that n and then n+2 means
 * that a change never came to its topic, or was set aside. What was heard last is remembered for the keys that were heard of
 * lately; a repeat is no gap, nor is the first that is heard of a key. Changes that are republished to mend a key are looked at
 * by themselves: with the last of them, if none is missing, the key is whole again. How other teams number what they write is
 * their own affair.
 */
final class Gaps {
    private static final Logger LOG = LoggerFactory.getLogger(Gaps.class);
    private static final String MISSING = "scheduling.projection.gaps";
    private static final String MENDED = "scheduling.projection.republications";
    private static final int KEYS_MAX = 50_000;

    /**
     * Of one subject, topic and source.
     *
     * @param republication in which its changes are republished; null where they are published for the first time
     */
    private record Key(
            String topic,
            String subject,
            String source,
            @Nullable String republication) {

        private Key in(Republication whole) {
            return new Key(topic, subject, source, whole.id());
        }
    }

    private final Map<Key, Long> last = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Long> eldest) {
            return size() > KEYS_MAX;
        }
    };
    private final MeterRegistry meters;

    Gaps(MeterRegistry meters) {
        this.meters = meters;
        // What was never counted would be missing, and the first one no increase.
        Arrays.stream(Topic.values()).map(Topic::topicName).forEach(topic -> {
            meters.counter(MISSING, "topic", topic);
            meters.counter(MENDED, "topic", topic);
        });
    }

    synchronized void look(List<Delivered> batch) {
        batch.forEach(this::look);
    }

    private void look(Delivered delivered) {
        ChangeMetadata metadata = delivered.recorded().metadata();
        long sequence = metadata.sequence();
        if (sequence == ChangeMetadata.UNNUMBERED
                || Topic.of(delivered.change()).isOfOthers()) {
            return;
        }
        Key key = new Key(delivered.topic(), delivered.change().subject(), metadata.source(), null);
        Republication republication = delivered.recorded().republication();
        if (republication == null) {
            count(delivered, last.getOrDefault(key, sequence), sequence);
        } else {
            mended(delivered, key.in(republication), republication);
        }
        last.merge(key, sequence, Math::max);
    }

    /** One that lacks a change is counted once, and mends nothing. */
    private void mended(Delivered delivered, Key key, Republication republication) {
        Long before = republication.isFirst() ? Long.valueOf(-1) : last.get(key);
        if (before == null) {
            return;
        }
        count(delivered, before, republication.number());
        if (republication.number() > before + 1) {
            last.remove(key);
            return;
        }
        last.put(key, republication.isFirst() ? 0 : Math.max(before, republication.number()));
        if (republication.isLast()) {
            last.remove(key);
            meters.counter(MENDED, "topic", key.topic()).increment();
            LOG.info("{} is whole again on {}: {} changes", key.subject(), key.topic(), republication.count());
        }
    }

    private void count(Delivered delivered, long before, long sequence) {
        if (sequence > before + 1) {
            meters.counter(MISSING, "topic", delivered.topic()).increment((double) sequence - before - 1);
            LOG.error(
                    "Changes {} to {} of {} are missing on {} before partition {} offset {}",
                    before + 1,
                    sequence - 1,
                    delivered.change().subject(),
                    delivered.topic(),
                    delivered.partition(),
                    delivered.offset());
        }
    }
}
