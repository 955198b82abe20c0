package dev.almanac.query.provided;

import dev.almanac.events.feed.EntryAttachment;
import dev.almanac.events.feed.EntryVisibility;
import dev.almanac.events.feed.FeedChange.CalendarEntryPublished;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is attached to an entry of a provider: a document of its own, so that a feed of a thousand entries does not read fifty
 * links of each.
 *
 * @param id of the entry
 * @param people its owner and participants
 */
public record Attached(
        String id,
        String ownerId,
        List<String> people,
        @Nullable String siteId,
        EntryVisibility visibility,
        List<EntryAttachment> attachments) {

    public Attached {
        people = List.copyOf(people == null ? List.of() : people);
        attachments = List.copyOf(attachments == null ? List.of() : attachments);
    }

    static Attached of(CalendarEntryPublished entry) {
        return new Attached(
                entry.subject(),
                entry.ownerId(),
                ProvidedEntry.people(entry),
                entry.siteId(),
                entry.visibility(),
                entry.attachments());
    }

    /** What is attached to a private entry is for its owner alone. */
    public boolean tells(String subject) {
        return visibility == EntryVisibility.PUBLIC || ownerId.equals(subject);
    }
}
