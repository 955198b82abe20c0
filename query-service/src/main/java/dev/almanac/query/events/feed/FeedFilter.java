package dev.almanac.query.events.feed;

import dev.almanac.events.feed.FeedChange;
import dev.almanac.query.diary.EventItem;
import dev.almanac.query.provided.ProvidedEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events and entries a feed shows.
 *
 * @param types types of entries; ours are {@code event}, and are found by their category, too; null for all
 * @param hasAttachments as far as the caller may know; null for either
 */
record FeedFilter(@Nullable List<String> types, @Nullable Boolean hasAttachments) {

    FeedFilter {
        types = types == null ? null : List.copyOf(types);
    }

    /** Nothing can be attached to an event. */
    boolean admitsEvents() {
        return !Boolean.TRUE.equals(hasAttachments);
    }

    boolean admits(EventItem item) {
        return types == null || types.contains(FeedChange.OUR_TYPE) || types.contains(item.category());
    }

    boolean admits(ProvidedEntry entry) {
        return hasAttachments == null || hasAttachments == entry.hasAttachments();
    }
}
