package dev.almanac.query.calendars;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.calendar.CalendarProfile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A calendar as it is now.
 *
 * @param shares one for each subject at most, sorted by it
 */
public record CalendarView(
        String id,
        long version,
        CalendarProfile profile,
        boolean active,
        List<Share> shares,
        Instant createdAt,
        Instant changedAt) {

    public CalendarView {
        shares = List.copyOf(shares == null ? List.of() : shares);
    }

    CalendarView with(CalendarProfile newProfile) {
        return new CalendarView(id, version, newProfile, active, shares, createdAt, changedAt);
    }

    CalendarView deactivated() {
        return new CalendarView(id, version, profile, false, shares, createdAt, changedAt);
    }

    CalendarView sharedBy(Share share) {
        return with(Stream.concat(others(share.subject()), Stream.of(share))
                .sorted(Comparator.comparing(Share::subject))
                .toList());
    }

    CalendarView unsharedWith(String subject) {
        return with(others(subject).toList());
    }

    CalendarView at(ChangeMetadata metadata) {
        return new CalendarView(id, metadata.sequence(), profile, active, shares, createdAt, metadata.time());
    }

    private CalendarView with(List<Share> newShares) {
        return new CalendarView(id, version, profile, active, newShares, createdAt, changedAt);
    }

    private Stream<Share> others(String subject) {
        return shares.stream().filter(share -> !share.subject().equals(subject));
    }
}
