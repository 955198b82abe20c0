package dev.almanac.query.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change: who, when, why, and what it made of what was before.
 *
 * @param type of the change, as it is published
 * @param version of the event after it
 * @param before absent of the first change
 * @param undoes the change that this one takes back, of a {@code ChangeUndone}
 * @param undoneBy the {@code ChangeUndone} that took this one back
 * @param splitFrom the series whose later occurrences this one took over
 * @param splitInto the series that goes on where this one ends since the change
 */
public record HistoryItem(
        String changeId,
        String type,
        String by,
        Instant at,
        @Nullable String reason,
        long version,
        long position,
        @Nullable Snapshot before,
        @Nullable Snapshot after,
        @Nullable String undoes,
        @Nullable String undoneBy,
        @Nullable String splitFrom,
        @Nullable String splitInto) {

    static HistoryItem of(
            PublishedChange published,
            @Nullable Snapshot before,
            @Nullable Snapshot after,
            ChangeCause why,
            @Nullable String undoneBy) {
        return new HistoryItem(
                published.id(),
                published.type(),
                published.actor(),
                published.time(),
                why.reason(),
                published.sequence(),
                published.position(),
                before,
                after,
                why.undoes(),
                undoneBy,
                why.splitFrom(),
                why.splitInto());
    }
}
