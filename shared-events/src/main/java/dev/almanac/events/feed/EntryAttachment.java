package dev.almanac.events.feed;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A photo, a document or whatever else a provider keeps with an entry. It stays with the provider: here is what is known of it,
 * and where it is.
 *
 * @param name up to 255 characters
 * @param mediaType in lower case, such as {@code image/jpeg}
 * @param url where it can be had, of http or https; so is the smaller picture of it
 * @param sha256 of its bytes, 64 hexadecimal digits in lower case
 * @param latitude WGS 84, degrees north, -90 to 90; with the longitude or not at all
 * @param longitude degrees east, -180 to 180
 * @param quality how good the provider finds it, from 0 to 1
 */
public record EntryAttachment(
        String attachmentId,
        String name,
        String mediaType,
        @Nullable Long sizeBytes,
        String url,
        @Nullable String thumbnailUrl,
        @Nullable String sha256,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Double quality,
        @Nullable Instant takenAt) {
    public EntryAttachment {
        EntryBounds.id("attachmentId", Objects.requireNonNull(attachmentId, "attachmentId"));
        EntryBounds.text("name", Objects.requireNonNull(name, "name"), EntryBounds.NAME_LENGTH_MAX);
        EntryBounds.mediaType(Objects.requireNonNull(mediaType, "mediaType"));
        EntryBounds.number("sizeBytes", sizeBytes);
        EntryBounds.link("url", Objects.requireNonNull(url, "url"), EntryBounds.LINK_LENGTH_MAX);
        EntryBounds.link("thumbnailUrl", thumbnailUrl, EntryBounds.LINK_LENGTH_MAX);
        EntryBounds.sha256(sha256);
        EntryBounds.between("latitude", latitude, -90, 90);
        EntryBounds.between("longitude", longitude, -180, 180);
        EntryBounds.require((latitude == null) == (longitude == null), "latitude", "goes with longitude");
        EntryBounds.between("quality", quality, 0, 1);
        EntryBounds.instant("takenAt", takenAt);
    }

    /** What the count of photos counts. */
    public boolean hasPicture() {
        return mediaType.startsWith("image/");
    }
}
