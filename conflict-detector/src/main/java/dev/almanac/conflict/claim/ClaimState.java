package dev.almanac.conflict.claim;

import dev.almanac.events.Draft;
import dev.almanac.events.lane.Claim;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one subject.
 *
 * @param sequence the subject's last change that was seen; repeats and stragglers are older
 * @param claim what it takes now, null for nothing
 * @param draft null but while the changes of the subject are republished
 */
record ClaimState(
        long sequence, @Nullable Claim claim, @Nullable Draft<Claim> draft) {
    static final ClaimState UNKNOWN = new ClaimState(-1, null, null);

    static ClaimState of(long sequence, @Nullable Claim claim) {
        return new ClaimState(sequence, claim, null);
    }

    ClaimState with(@Nullable Draft<Claim> newDraft) {
        return new ClaimState(sequence, claim, newDraft);
    }
}
