package dev.almanac.expansion.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.recurrence.KnownZone;
import dev.almanac.recurrence.Series;
import dev.almanac.recurrence.clock.Occurrence;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rule's profile says, made ready once and not for each occurrence. Not before it is asked: a profile that this
 * build cannot follow is found when its rule is decided, not when its state is read.
 */
final class PreparedRule {
    private final RuleProfile profile;
    private @Nullable Series series;
    private @Nullable Instant horizonSince;
    private int horizonDays;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    PreparedRule(RuleProfile profile) {
        this.profile = profile;
    }

    @JsonValue
    RuleProfile profile() {
        return profile;
    }

    Stream<Occurrence> between(Instant from, Instant until, int limit) {
        return series().between(from, until, limit).stream();
    }

    boolean countsElapsedTime() {
        return series().countsElapsedTime();
    }

    private Series series() {
        if (series == null) {
            KnownZone.require(profile.timeZone());
            series = profile.series();
        }
        return series;
    }

    int horizonDays(Instant since) {
        if (!since.equals(horizonSince)) {
            KnownZone.require(profile.timeZone());
            horizonDays = profile.horizonDays(since);
            horizonSince = since;
        }
        return horizonDays;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PreparedRule timetable && profile.equals(timetable.profile);
    }

    @Override
    public int hashCode() {
        return profile.hashCode();
    }

    @Override
    public String toString() {
        return profile.toString();
    }
}
