package dev.almanac.expansion.rule;

import dev.almanac.recurrence.KnownZone;
import dev.almanac.recurrence.zones.ZoneData;
import java.time.Duration;
import java.time.Instant;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rule's zone was expected to do while the published occurrences lie ahead: so it is known, once zone data is
 * newer, whether that moves them, and how the clock was thought to stand.
 *
 * @param release of the zone data that said so
 * @param changes the offset at the beginning, then each change
 */
record ZoneOutlook(String release, String zone, Instant from, List<Change> changes) {
    /** Further ahead than anything is published. */
    private static final Duration AHEAD = Duration.ofDays(150);

    /** After that it is taken anew, so that it goes on to reach further than what is published. */
    private static final Duration AGED = Duration.ofDays(30);

    private static final Duration DAY = Duration.ofDays(1);

    ZoneOutlook {
        changes = List.copyOf(changes);
    }

    record Change(Instant at, int offsetSeconds) {}

    private static final class Releases {
        private static final String IN_USE = ZoneData.versionInUse();
    }

    /** What builds before this went by, which kept no outlook. */
    private static final class OfTheJdk {
        private static final ZoneData DATA = ZoneData.ofTheJdk();
    }

    static ZoneOutlook at(String zone, Instant now) {
        return of(Releases.IN_USE, zone, KnownZone.orUtc(zone).getRules(), now.minus(DAY));
    }

    static ZoneOutlook ofTheJdk(String zone, Instant now) {
        ZoneRules rules = OfTheJdk.DATA.zones().get(zone);
        return of(
                OfTheJdk.DATA.version(),
                zone,
                rules == null ? KnownZone.orUtc(zone).getRules() : rules,
                now.minus(DAY));
    }

    private static ZoneOutlook of(String release, String zone, ZoneRules rules, Instant from) {
        Instant until = from.plus(AHEAD);
        Stream<Change> transitions = Stream.iterate(
                        rules.nextTransition(from),
                        next -> next != null && next.getInstant().isBefore(until),
                        next -> rules.nextTransition(next.getInstant()))
                .filter(Objects::nonNull)
                .map(next -> new Change(next.getInstant(), next.getOffsetAfter().getTotalSeconds()));
        Change first = new Change(from, rules.getOffset(from).getTotalSeconds());
        return new ZoneOutlook(
                release,
                zone,
                from,
                Stream.concat(Stream.of(first), transitions).toList());
    }

    boolean isFresh(String ofZone, Instant now) {
        return release.equals(Releases.IN_USE) && zone.equals(ofZone) && now.isBefore(from.plus(AGED));
    }

    /** Whether today's zone data says otherwise. */
    boolean isOverturned() {
        return !release.equals(Releases.IN_USE)
                && !of(release, zone, KnownZone.orUtc(zone).getRules(), from)
                        .changes
                        .equals(changes);
    }

    /** By how much later than it was expected to be a clock shows what it shows at that instant. */
    Duration later(Instant instant) {
        int expected = changes.getFirst().offsetSeconds();
        for (Change change : changes) {
            expected = change.at().isAfter(instant) ? expected : change.offsetSeconds();
        }
        int is = KnownZone.orUtc(zone).getRules().getOffset(instant).getTotalSeconds();
        return Duration.ofSeconds((long) expected - is);
    }

    static ZoneOutlook orOfTheJdk(@Nullable ZoneOutlook outlook, String zone, Instant now) {
        return outlook == null ? ofTheJdk(zone, now) : outlook;
    }
}
