package dev.almanac.query.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A release of zone data that the suite went through: what of the bookings came to what.
 *
 * @param id a number that grows; a release that is gone through again has another
 * @param previousRelease the one before; absent for the first
 * @param finishedAt absent while it goes on
 * @param pending found, and not settled yet
 * @param moved to where their local times are by this release
 * @param stayed where they were: for each it is said why
 * @param changed moved or cancelled by somebody before their turn came
 * @param doubtful without a local time, where the clocks would show another: they stay
 */
record ZoneDataRelease(
        String id,
        String release,
        @Nullable String previousRelease,
        Instant begunAt,
        @Nullable Instant finishedAt,
        long pending,
        long moved,
        long stayed,
        long changed,
        long doubtful) {}
