package dev.almanac.query.events.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.almanac.events.feed.FeedChange;
import dev.almanac.events.feed.FeedChange.CalendarEntryPublished;
import dev.almanac.query.diary.EventItem;
import org.jspecify.annotations.Nullable;

/**
 * What FullCalendar hands on with an event. Type and metadata are said where a context was asked for.
 *
 * @param event a scheduled event or an occurrence; its fields stand here themselves
 * @param type {@code event}, or the type of a provider's entry
 * @param entry an entry of a provider
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeedProps(
        @JsonUnwrapped @Nullable EventItem event,
        @Nullable String type,
        @Nullable FeedMetadata metadata,
        @Nullable EntryProps entry) {

    static FeedProps alone(EventItem event) {
        return new FeedProps(event, null, null, null);
    }

    static FeedProps among(EventItem event) {
        return new FeedProps(event, FeedChange.OUR_TYPE, FeedMetadata.NOTHING, null);
    }

    static FeedProps of(CalendarEntryPublished entry, FeedMetadata metadata) {
        return new FeedProps(null, entry.entryType(), metadata, EntryProps.of(entry));
    }
}
