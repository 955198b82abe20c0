package dev.almanac.query.calendars;

import dev.almanac.events.calendar.CalendarChange.FeedTokenCreated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What opens a calendar as a feed.
 *
 * @param hash of the token, which is nowhere
 * @param byManager whether it reads the calendar as its creator's role let them, rather than their share
 */
public record FeedToken(
        String id, String hash, @Nullable String name, String createdBy, boolean byManager, Instant createdAt) {

    static FeedToken of(FeedTokenCreated created, Instant at) {
        return new FeedToken(
                created.feedTokenId(),
                created.tokenHash(),
                created.name(),
                created.createdBy(),
                created.byManager(),
                at);
    }
}
