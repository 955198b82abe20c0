package dev.almanac.conflict.claim;

import dev.almanac.events.lane.Claim;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one subject.
 *
 * @param sequence the subject's last change that was seen; repeats and stragglers are older
 * @param claim what it takes now, null for nothing
 */
record ClaimState(long sequence, @Nullable Claim claim) {}
