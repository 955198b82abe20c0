package dev.almanac.expansion.rule;

import java.time.Instant;

/**
 * What newer zone data does to a rule: where it moves what was told, all that lies ahead is told again. Occurrences keep
 * their ids, which name what the clock was to show.
 */
final class NewZoneData {
    private NewZoneData() {}

    static Step noticed(Instant now, RuleState state) {
        String zone = state.definition().profile().timeZone();
        ZoneOutlook told = ZoneOutlook.orOfTheJdk(state.zones(), zone, now);
        if (state.zones() != null && told.isFresh(zone, now)) {
            return Step.of(state);
        }
        RuleState after = state.with(ZoneOutlook.at(zone, now));
        return told.zone().equals(zone)
                        && told.isOverturned()
                        && state.definition().active()
                ? Horizon.retold(now, onTheNewClock(after, told))
                : Step.of(after);
    }

    /**
     * What has been taken up stays taken up: the watermark is where the new clock shows what the old one showed at it. Else
     * runs of that hour would be lost, or due twice. What counts elapsed time was not moved.
     */
    private static RuleState onTheNewClock(RuleState state, ZoneOutlook told) {
        RunBook book = state.book();
        return state.definition().countsElapsedTime()
                ? state
                : state.with(book.takenUp(book.watermark().plus(told.later(book.watermark())), book.pending()));
    }
}
