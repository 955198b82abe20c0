package dev.almanac.query.history.change;

import dev.almanac.query.history.ChangeItem;
import dev.almanac.query.history.HistoryItem;
import dev.almanac.query.history.PublishedChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One change: who, when, why, and what it made of what was before.
 *
 * @param type of the change, as it is published
 * @param subject whose change it is: the id of an event, a calendar, a rule, a conflict or a resource
 * @param reason why, where somebody said so
 * @param version its number among the changes of its writer
 * @param undoes the change that this one takes back, of a {@code ChangeUndone}
 * @param undoneBy the {@code ChangeUndone} that took this one back
 * @param change as it was published
 * @param before the subject before it, of a change of one occurrence with that occurrence's exception; absent of the first
 * @param after the subject after it; absent where it is gone
 */
record ChangeDetail(
        String changeId,
        String type,
        String subject,
        String by,
        Instant at,
        @Nullable String reason,
        long version,
        long position,
        @Nullable String undoes,
        @Nullable String undoneBy,
        JsonNode change,
        @Nullable JsonNode before,
        @Nullable JsonNode after) {

    static ChangeDetail of(PublishedChange published, ChangeItem item, @Nullable HistoryItem ofEvent) {
        return new ChangeDetail(
                published.id(),
                published.type(),
                published.subject(),
                published.actor(),
                published.time(),
                item.reason(),
                published.sequence(),
                published.position(),
                ofEvent == null ? null : ofEvent.undoes(),
                ofEvent == null ? null : ofEvent.undoneBy(),
                withoutAddresses(item.change()),
                item.before(),
                item.after());
    }

    /** Addresses of attendees are for whoever exports the calendar. */
    private static JsonNode withoutAddresses(JsonNode change) {
        JsonNode seen = change.deepCopy();
        if (seen.path("details") instanceof ObjectNode details) {
            details.remove("icalendar");
        }
        return seen;
    }
}
