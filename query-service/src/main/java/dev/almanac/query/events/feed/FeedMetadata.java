package dev.almanac.query.events.feed;

import dev.almanac.query.provided.ProvidedEntry;

/**
 * What is attached to an event or entry, as far as whoever asks may know.
 *
 * @param photoCount attachments of a media type {@code image/…}
 */
record FeedMetadata(long photoCount, boolean hasAttachments) {
    static final FeedMetadata NOTHING = new FeedMetadata(0, false);

    static FeedMetadata of(ProvidedEntry entry) {
        return new FeedMetadata(entry.photoCount(), entry.hasAttachments());
    }
}
