package dev.almanac.query.support;

import dev.almanac.events.feed.EntryAttachment;
import dev.almanac.events.feed.EntryVisibility;
import dev.almanac.events.feed.FeedChange.CalendarEntryPublished;
import dev.almanac.testing.Examples;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An entry of a provider as tests describe it, in March 2026. */
public record Entry(
        String type,
        String id,
        String owner,
        long sequence,
        String title,
        String start,
        String end,
        @Nullable String site,
        @Nullable String asset,
        List<String> participants,
        EntryVisibility visibility,
        int photos,
        Duration longer) {

    public static Entry of(String type, String id, String owner, String start, String end) {
        return new Entry(
                type,
                id,
                owner,
                0,
                type + " " + id,
                start,
                end,
                null,
                null,
                List.of(),
                EntryVisibility.PUBLIC,
                0,
                Duration.ZERO);
    }

    public Entry numbered(long number, String newTitle) {
        return new Entry(
                type, id, owner, number, newTitle, start, end, site, asset, participants, visibility, photos, longer);
    }

    public Entry at(@Nullable String siteId, @Nullable String assetId) {
        return new Entry(
                type,
                id,
                owner,
                sequence,
                title,
                start,
                end,
                siteId,
                assetId,
                participants,
                visibility,
                photos,
                longer);
    }

    public Entry with(String... others) {
        return new Entry(
                type, id, owner, sequence, title, start, end, site, asset, List.of(others), visibility, photos, longer);
    }

    public Entry photographed(int count) {
        return new Entry(
                type, id, owner, sequence, title, start, end, site, asset, participants, visibility, count, longer);
    }

    public Entry hidden() {
        return new Entry(
                type,
                id,
                owner,
                sequence,
                title,
                start,
                end,
                site,
                asset,
                participants,
                EntryVisibility.PRIVATE,
                photos,
                longer);
    }

    public Entry lasting(Duration more) {
        return new Entry(
                type, id, owner, sequence, title, start, end, site, asset, participants, visibility, photos, more);
    }

    /** By which the API names it. */
    public String key() {
        return type + ":" + id;
    }

    public CalendarEntryPublished published() {
        return new CalendarEntryPublished(
                type,
                id,
                sequence,
                owner,
                site,
                asset,
                title,
                "What " + title + " is about",
                Examples.at(start),
                Examples.at(end).plus(longer),
                Examples.ZONE,
                false,
                participants,
                "OPEN",
                visibility,
                "https://provider.test/" + id,
                attachments());
    }

    /** Photos, and behind them a document. */
    private List<EntryAttachment> attachments() {
        return IntStream.range(0, photos == 0 ? 0 : photos + 1)
                .mapToObj(i -> new EntryAttachment(
                        "a" + i,
                        i < photos ? "photo.jpg" : "report.pdf",
                        i < photos ? "image/jpeg" : "application/pdf",
                        1000L,
                        "https://media.test/" + id + "/" + i,
                        i < photos ? "https://media.test/" + id + "/" + i + "/small" : null,
                        "ab".repeat(32),
                        52.52,
                        13.405,
                        0.9,
                        Examples.at(start)))
                .toList();
    }
}
