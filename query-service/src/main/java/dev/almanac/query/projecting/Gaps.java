package dev.almanac.query.projecting;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.query.view.Delivered;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices where a key's changes do not follow each other: whoever numbers them counts without gaps, so that n and then n+2 means
 * that a change never came to its topic, or was set aside. What was heard last is remembered for the keys that were heard of
 * lately; a repeat is no gap, nor is the first that is heard of a key.
 */
final class Gaps {
    private static final Logger LOG = LoggerFactory.getLogger(Gaps.class);
    private static final int KEYS_MAX = 50_000;

    /** Of one subject, topic and source. */
    private record Key(String topic, String subject, String source) {}

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
    }

    synchronized void look(List<Delivered> batch) {
        batch.forEach(this::look);
    }

    private void look(Delivered delivered) {
        ChangeMetadata metadata = delivered.recorded().metadata();
        long sequence = metadata.sequence();
        if (sequence == ChangeMetadata.UNNUMBERED) {
            return;
        }
        Key key = new Key(delivered.topic(), delivered.change().subject(), metadata.source());
        Long before = last.get(key);
        if (before != null && sequence > before + 1) {
            meters.counter("scheduling.projection.gaps", "topic", delivered.topic())
                    .increment((double) sequence - before - 1);
            LOG.error(
                    "Changes {} to {} of {} are missing on {} before partition {} offset {}",
                    before + 1,
                    sequence - 1,
                    key.subject(),
                    key.topic(),
                    delivered.partition(),
                    delivered.offset());
        }
        last.merge(key, sequence, Math::max);
    }
}
