package dev.almanac.events.schedule;

import java.time.Duration;

/**
 * An event that goes where its primary goes.
 *
 * @param offset from the primary's start to its own, negative when it comes first
 */
public record Companion(String scheduleId, Duration offset) {}
