package dev.almanac.query.provided;

import dev.almanac.events.feed.EntryAttachment;
import dev.almanac.events.feed.FeedChange.CalendarEntryPublished;
import dev.almanac.query.events.Lanes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a provider as it is now, or as it was when it was withdrawn: whoever could see it hears of that, too.
 *
 * @param id the type, a colon and the provider's own id
 * @param people its owner and participants
 * @param lanes see {@link Lanes}: its people, site and asset, each in the weeks that it covers; none once it is withdrawn
 * @param photoCount of pictures among what is attached
 * @param entry what the provider says, without what is attached, which is {@link Attached}; null once it is withdrawn
 */
public record ProvidedEntry(
        String id,
        List<String> people,
        @Nullable String siteId,
        List<String> lanes,
        long photoCount,
        boolean hasAttachments,
        @Nullable CalendarEntryPublished entry) {

    /** Each week is a name for each of up to fifty people. */
    private static final int WEEKS_MAX = 6;

    public ProvidedEntry {
        people = List.copyOf(people == null ? List.of() : people);
        lanes = List.copyOf(lanes == null ? List.of() : lanes);
    }

    static ProvidedEntry of(CalendarEntryPublished entry) {
        List<String> people = people(entry);
        return new ProvidedEntry(
                entry.subject(),
                people,
                entry.siteId(),
                Lanes.covered(lanes(entry, people), entry.slot(), WEEKS_MAX),
                entry.attachments().stream().filter(EntryAttachment::hasPicture).count(),
                !entry.attachments().isEmpty(),
                entry.withoutAttachments());
    }

    ProvidedEntry withdrawn() {
        return new ProvidedEntry(id, people, siteId, List.of(), 0, false, null);
    }

    /** As it is told to that subject. */
    public ProvidedEntry toldTo(String subject) {
        return entry == null || entry.tells(subject)
                ? this
                : new ProvidedEntry(id, people, siteId, lanes, 0, false, entry.hidden());
    }

    static List<String> people(CalendarEntryPublished entry) {
        return Stream.concat(Stream.of(entry.ownerId()), entry.participants().stream())
                .distinct()
                .toList();
    }

    private static List<String> lanes(CalendarEntryPublished entry, List<String> people) {
        String site = entry.siteId();
        String asset = entry.assetId();
        return Stream.of(
                        people.stream().map(Lanes::ofPerson),
                        site == null ? Stream.<String>empty() : Stream.of(Lanes.ofCalendar(site)),
                        asset == null ? Stream.<String>empty() : Stream.of(Lanes.ofResource(asset)))
                .flatMap(lanes -> lanes)
                .toList();
    }
}
