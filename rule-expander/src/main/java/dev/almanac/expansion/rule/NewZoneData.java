package dev.almanac.expansion.rule;

import java.time.Instant;

/**
 * What newer zone data does to a rule: where it moves what was published, all that lies ahead is published again. Occurrences keep
 * their ids, which name what the clock was to show.
 */
final class NewZoneData {
    private NewZoneData() {}

    static Step noticed(Instant now, RuleState state) {
        String zone = state.definition().profile().timeZone();
        ZoneOutlook published = ZoneOutlook.orOfTheJdk(state.zones(), zone, now);
        if (state.zones() != null && published.isFresh(zone, now)) {
            return Step.of(state);
        }
        RuleState after = state.with(ZoneOutlook.at(zone, now));
        return published.zone().equals(zone)
                        && published.isOverturned()
                        && state.definition().active()
                ? Horizon.republished(now, onTheNewClock(after, published))
                : Step.of(after);
    }

    /**
     * What has been taken up stays taken up: the watermark is where the new clock shows what the old one showed at it. Else
     * runs of that hour would be lost, or due twice. What counts elapsed time was not moved.
     */
    private static RuleState onTheNewClock(RuleState state, ZoneOutlook published) {
        RunBook book = state.book();
        return state.definition().countsElapsedTime()
                ? state
                : state.with(book.takenUp(book.watermark().plus(published.later(book.watermark())), book.pending()));
    }
}
