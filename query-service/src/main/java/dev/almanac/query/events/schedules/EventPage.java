package dev.almanac.query.events.schedules;

import dev.almanac.query.diary.EventItem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page of events looks like in the API's document, which cannot name a type with parameters.
 *
 * @param items with a sync token also {@code {id, status: CANCELLED}}, and nothing else, for each that is gone
 * @param nextSyncToken where the list is kept by the client
 */
@Schema(name = "PageEventItem")
record EventPage(
        List<EventItem> items,
        @Nullable String nextCursor,
        @Nullable String nextSyncToken) {}
