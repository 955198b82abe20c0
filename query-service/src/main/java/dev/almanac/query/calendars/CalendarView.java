package dev.almanac.query.calendars;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.calendar.ShareLevel;
import dev.almanac.query.access.Rights;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A calendar as it is now.
 *
 * @param shares one for each subject at most, sorted by it
 * @param feedTokens those that were not revoked, by when they were created
 */
public record CalendarView(
        String id,
        long version,
        CalendarProfile profile,
        boolean active,
        List<Share> shares,
        List<FeedToken> feedTokens,
        Instant createdAt,
        Instant changedAt) {

    public CalendarView {
        shares = List.copyOf(shares == null ? List.of() : shares);
        feedTokens = List.copyOf(feedTokens == null ? List.of() : feedTokens);
    }

    /** Its owner, those with an ADMIN share, and who may do everything. */
    boolean isAdministeredBy(Rights rights) {
        return rights.all()
                || profile.ownerId().equals(rights.subject())
                || shares.contains(new Share(rights.subject(), ShareLevel.ADMIN));
    }

    CalendarView with(CalendarProfile newProfile) {
        return new CalendarView(id, version, newProfile, active, shares, feedTokens, createdAt, changedAt);
    }

    CalendarView deactivated() {
        return new CalendarView(id, version, profile, false, shares, feedTokens, createdAt, changedAt);
    }

    CalendarView sharedBy(Share share) {
        return with(Stream.concat(others(share.subject()), Stream.of(share))
                .sorted(Comparator.comparing(Share::subject))
                .toList());
    }

    CalendarView unsharedWith(String subject) {
        return with(others(subject).toList());
    }

    CalendarView openedBy(FeedToken token) {
        return withTokens(Stream.concat(feedTokens.stream(), Stream.of(token)).toList());
    }

    CalendarView withoutToken(String feedTokenId) {
        return withTokens(feedTokens.stream()
                .filter(token -> !token.id().equals(feedTokenId))
                .toList());
    }

    private CalendarView withTokens(List<FeedToken> tokens) {
        return new CalendarView(id, version, profile, active, shares, tokens, createdAt, changedAt);
    }

    CalendarView at(ChangeMetadata metadata) {
        return new CalendarView(
                id, metadata.sequence(), profile, active, shares, feedTokens, createdAt, metadata.time());
    }

    private CalendarView with(List<Share> newShares) {
        return new CalendarView(id, version, profile, active, newShares, feedTokens, createdAt, changedAt);
    }

    private Stream<Share> others(String subject) {
        return shares.stream().filter(share -> !share.subject().equals(subject));
    }
}
