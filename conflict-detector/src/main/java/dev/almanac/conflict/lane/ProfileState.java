package dev.almanac.conflict.lane;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a lane.
 *
 * @param sequence the last change of its calendar or resource that was seen
 * @param profile null as long as claims came, but not yet the calendar or resource that they are on
 */
record ProfileState(long sequence, @Nullable LaneProfile profile) {}
