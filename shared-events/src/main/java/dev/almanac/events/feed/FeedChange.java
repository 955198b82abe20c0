package dev.almanac.events.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.almanac.events.Change;
import dev.almanac.events.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What providers of other teams say of their entries, on {@code scheduling.feed.v1}, keyed by {@code entryType:entryId}. A
 * provider numbers what it says of an entry: whatever does not have a greater {@code sequence} than what was said before is late or
 * a repeat, and counts for nothing. A field that is not known here, or beyond its bound, makes a record unreadable.
 */
public sealed interface FeedChange extends Change {
    /** Of scheduled events, where entries and they are told apart; no provider has it. */
    String OUR_TYPE = "event";

    /** The kind of entry: a word of the provider's own, such as {@code attendance}, which nobody has to register. */
    String entryType();

    /** The provider's own id of it, unique within the type. */
    String entryId();

    /** Grows with each thing that is said of the entry, from 0; gaps are admitted, such as with milliseconds of a clock. */
    Long sequence();

    /** Of the entry among those of all providers. */
    @Override
    default String subject() {
        return entryType() + ":" + entryId();
    }

    @Override
    default boolean derived() {
        return true;
    }

    /**
     * The whole entry as it is from now on.
     *
     * @param ownerId whose entry it is: a token's subject
     * @param siteId a calendar: whoever may see it may see the entry
     * @param assetId a resource, in whose context the entry is shown
     * @param endDateTime not before the start, and at most 366 days after it; the same for what has no length
     * @param timeZone IANA id; UTC where there is none
     * @param allDay true where it covers whole days of its zone
     * @param participants subjects who may see it beside the owner
     * @param status a word of the provider's own in capitals, such as {@code IN_PROGRESS}
     * @param url where the provider shows it
     */
    record CalendarEntryPublished(
            String entryType,
            String entryId,
            Long sequence,
            String ownerId,
            @Nullable String siteId,
            @Nullable String assetId,
            String title,
            @Nullable String description,
            Instant startDateTime,
            Instant endDateTime,
            @Nullable String timeZone,
            @Nullable Boolean allDay,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> participants,
            @Nullable String status,
            EntryVisibility visibility,
            @Nullable String url,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EntryAttachment> attachments)
            implements FeedChange {
        private static final String HIDDEN_TITLE = "Private";

        public CalendarEntryPublished {
            named(entryType, entryId, sequence);
            EntryBounds.text("ownerId", Objects.requireNonNull(ownerId, "ownerId"), EntryBounds.SUBJECT_LENGTH_MAX);
            EntryBounds.text("siteId", siteId, EntryBounds.SUBJECT_LENGTH_MAX);
            EntryBounds.text("assetId", assetId, EntryBounds.SUBJECT_LENGTH_MAX);
            EntryBounds.text("title", Objects.requireNonNull(title, "title"), EntryBounds.TITLE_LENGTH_MAX);
            EntryBounds.text("description", description, EntryBounds.DESCRIPTION_LENGTH_MAX);
            EntryBounds.instant("startDateTime", Objects.requireNonNull(startDateTime, "startDateTime"));
            EntryBounds.instant("endDateTime", Objects.requireNonNull(endDateTime, "endDateTime"));
            EntryBounds.require(!endDateTime.isBefore(startDateTime), "endDateTime", "is before startDateTime");
            EntryBounds.require(
                    Duration.between(startDateTime, endDateTime).compareTo(EntryBounds.LONGEST) <= 0,
                    "endDateTime",
                    "is more than " + EntryBounds.LONGEST.toDays() + " days after startDateTime");
            EntryBounds.zone(timeZone);
            participants = EntryBounds.several("participants", participants, EntryBounds.PARTICIPANTS_MAX);
            participants.forEach(subject -> EntryBounds.text("participants", subject, EntryBounds.SUBJECT_LENGTH_MAX));
            EntryBounds.status(status);
            Objects.requireNonNull(visibility, "visibility");
            EntryBounds.link("url", url, EntryBounds.LINK_LENGTH_MAX);
            attachments = EntryBounds.several("attachments", attachments, EntryBounds.ATTACHMENTS_MAX);
            EntryBounds.several(
                    "attachments",
                    attachments.stream().map(EntryAttachment::attachmentId).toList(),
                    EntryBounds.ATTACHMENTS_MAX);
        }

        public TimeSlot slot() {
            return new TimeSlot(startDateTime, endDateTime);
        }

        public boolean coversDays() {
            return Boolean.TRUE.equals(allDay);
        }

        /** Whether that subject is told what it is about. */
        public boolean tells(String subject) {
            return visibility == EntryVisibility.PUBLIC || ownerId.equals(subject);
        }

        public CalendarEntryPublished withoutAttachments() {
            return new CalendarEntryPublished(
                    entryType,
                    entryId,
                    sequence,
                    ownerId,
                    siteId,
                    assetId,
                    title,
                    description,
                    startDateTime,
                    endDateTime,
                    timeZone,
                    allDay,
                    participants,
                    status,
                    visibility,
                    url,
                    List.of());
        }

        /** The same as it is told to whoever is not to know what it is about. */
        public CalendarEntryPublished hidden() {
            return new CalendarEntryPublished(
                    entryType,
                    entryId,
                    sequence,
                    ownerId,
                    siteId,
                    assetId,
                    HIDDEN_TITLE,
                    null,
                    startDateTime,
                    endDateTime,
                    timeZone,
                    allDay,
                    List.of(),
                    null,
                    visibility,
                    null,
                    List.of());
        }
    }

    /** The entry is gone; it comes back if it is published with a greater sequence. */
    record CalendarEntryWithdrawn(
            String entryType,
            String entryId,
            Long sequence,
            @Nullable String reason) implements FeedChange {
        public CalendarEntryWithdrawn {
            named(entryType, entryId, sequence);
            EntryBounds.text("reason", reason, EntryBounds.REASON_LENGTH_MAX);
        }
    }

    private static void named(String entryType, String entryId, Long sequence) {
        EntryBounds.type(Objects.requireNonNull(entryType, "entryType"));
        EntryBounds.id("entryId", Objects.requireNonNull(entryId, "entryId"));
        EntryBounds.number("sequence", Objects.requireNonNull(sequence, "sequence"));
    }
}
