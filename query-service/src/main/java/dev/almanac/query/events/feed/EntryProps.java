package dev.almanac.query.events.feed;

import dev.almanac.events.feed.EntryVisibility;
import dev.almanac.events.feed.FeedChange.CalendarEntryPublished;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of its entry.
 *
 * @param entryId the provider's own id of it
 * @param timeZone IANA id
 * @param status a word of the provider's
 */
record EntryProps(
        String entryId,
        long sequence,
        String ownerId,
        @Nullable String siteId,
        @Nullable String assetId,
        @Nullable String description,
        Instant startDateTime,
        Instant endDateTime,
        @Nullable String timeZone,
        List<String> participants,
        @Nullable String status,
        EntryVisibility visibility) {

    EntryProps {
        participants = List.copyOf(participants);
    }

    static EntryProps of(CalendarEntryPublished entry) {
        return new EntryProps(
                entry.entryId(),
                entry.sequence(),
                entry.ownerId(),
                entry.siteId(),
                entry.assetId(),
                entry.description(),
                entry.startDateTime(),
                entry.endDateTime(),
                entry.timeZone(),
                entry.participants(),
                entry.status(),
                entry.visibility());
    }
}
