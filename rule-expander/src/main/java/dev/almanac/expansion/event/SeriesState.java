package dev.almanac.expansion.event;

import dev.almanac.events.Draft;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one event.
 *
 * @param version its last change that was seen; repeats and stragglers are older
 * @param sequence the last occurrence change that was published about it, -1 before the first
 * @param definition null once it was removed
 * @param draft null but while its changes are republished
 */
record SeriesState(
        long version,
        long sequence,
        @Nullable EventDefinition definition,
        @Nullable Draft<EventDefinition> draft) {
    static final SeriesState UNKNOWN = new SeriesState(-1, -1, null, null);

    SeriesState with(@Nullable Draft<EventDefinition> newDraft) {
        return new SeriesState(version, sequence, definition, newDraft);
    }
}
