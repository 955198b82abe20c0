package dev.almanac.query.caching;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Which tags were touched last by which offset of each partition, as far back as there is room. */
final class TouchLog {
    private final int tagsMax;
    private final Map<String, Map<TopicPartition, Long>> last = new LinkedHashMap<>();
    /** From which offset on all is known. */
    private final Map<TopicPartition, Long> from = new HashMap<>();
    /** Up to which offset, exclusive. */
    private final Map<TopicPartition, Long> till = new HashMap<>();

    TouchLog(int tagsMax) {
        this.tagsMax = tagsMax;
    }

    /** Nothing is known of what lies before these offsets. */
    synchronized void begin(Map<TopicPartition, Long> offsets) {
        last.clear();
        from.clear();
        till.clear();
        from.putAll(offsets);
        till.putAll(offsets);
    }

    synchronized void touched(TopicPartition partition, long offset, Set<String> tags) {
        for (String tag : tags) {
            Map<TopicPartition, Long> offsets = last.remove(tag);
            Map<TopicPartition, Long> newer = offsets == null ? new HashMap<>() : offsets;
            newer.put(partition, offset);
            last.put(tag, newer);
        }
        forgetTheOldest();
        till.merge(partition, offset + 1, Math::max);
    }

    /** What lies before these offsets, and touched nothing, is known too. */
    synchronized void passed(Map<TopicPartition, Long> offsets) {
        offsets.forEach((partition, offset) -> till.merge(partition, offset, Math::max));
    }

    /** The offsets up to which all is known. */
    synchronized Map<TopicPartition, Long> till() {
        return Map.copyOf(till);
    }

    /** Whether all that lies before these offsets is known. */
    synchronized boolean reaches(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream()
                .allMatch(offset -> till.getOrDefault(offset.getKey(), 0L) >= offset.getValue());
    }

    /** Whether nothing from these offsets on touches any of the tags, as far as is known. */
    synchronized boolean isUntouchedSince(Map<TopicPartition, Long> offsets, Set<String> tags) {
        boolean known = from.entrySet().stream()
                .allMatch(start -> offsets.getOrDefault(start.getKey(), 0L) >= start.getValue());
        return known
                && isUntouched(offsets, Tags.EVERYTHING)
                && tags.stream().allMatch(tag -> isUntouched(offsets, tag));
    }

    private boolean isUntouched(Map<TopicPartition, Long> offsets, String tag) {
        Map<TopicPartition, Long> touches = last.get(tag);
        return touches == null
                || touches.entrySet().stream()
                        .allMatch(touch -> touch.getValue() < offsets.getOrDefault(touch.getKey(), 0L));
    }

    private void forgetTheOldest() {
        Iterator<Map<TopicPartition, Long>> oldest = last.values().iterator();
        while (last.size() > tagsMax) {
            oldest.next().forEach((partition, offset) -> from.merge(partition, offset + 1, Math::max));
            oldest.remove();
        }
    }
}
