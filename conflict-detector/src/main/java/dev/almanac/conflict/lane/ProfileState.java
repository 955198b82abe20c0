package dev.almanac.conflict.lane;

import dev.almanac.conflict.index.Span;
import dev.almanac.events.Draft;
import dev.almanac.events.lane.LaneProfile;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a lane.
 *
 * @param sequence the last change of its calendar or resource that was seen
 * @param profile null as long as claims came, but not yet the calendar or resource that they are on
 * @param spans which lengths of entries there ever were, a bit for each {@link Span}: the others need no look
 * @param draft null but while the changes of its calendar or resource are republished
 */
record ProfileState(
        long sequence,
        @Nullable LaneProfile profile,
        int spans,
        @Nullable Draft<LaneDescription> draft) {
    static final ProfileState UNKNOWN = new ProfileState(-1, null, 0, null);

    ProfileState with(LaneProfile newProfile) {
        return new ProfileState(sequence, newProfile, spans, draft);
    }

    /** What it goes on with means that a draft was given up. */
    ProfileState at(long newSequence) {
        return new ProfileState(newSequence, profile, spans, null);
    }

    ProfileState with(@Nullable Draft<LaneDescription> newDraft) {
        return new ProfileState(sequence, profile, spans, newDraft);
    }

    ProfileState with(Span span) {
        return new ProfileState(sequence, profile, spans | span.bit(), draft);
    }

    List<Span> lengths() {
        return Arrays.stream(Span.values()).filter(this::has).toList();
    }

    boolean has(Span span) {
        return (spans & span.bit()) != 0;
    }
}
