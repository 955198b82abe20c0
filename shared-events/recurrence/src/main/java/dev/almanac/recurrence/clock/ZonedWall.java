package dev.almanac.recurrence.clock;

import dev.almanac.recurrence.wall.Bounds;
import dev.almanac.recurrence.wall.Wall;
import java.util.stream.Stream;

/**
 * Nominal times put on the clocks of a zone. Between two transitions that is an addition; around one the policy decides.
 * Transitions are days apart in every zone there is, so no two of them meet here.
 */
public record ZonedWall(Wall wall, ZoneClock clock, DstPolicy policy, Bounds bounds) implements Instants {
    /** No offset is larger (java.time). */
    private static final long OFFSET_MAX = 18 * 3600;

    @Override
    public long next(long from, long until) {
        long t = Math.max(from, bounds.first() - OFFSET_MAX);
        long end = end(until);
        // The next nominal time, once known; searched for again where the clock goes back over times already passed.
        long nominal = Long.MIN_VALUE;
        while (t < end) {
            long cycle = clock.cycle(t);
            int stretch = clock.stretch(t - cycle);
            int offset = clock.offset(stretch);
            long stop = Math.min(end, clock.end(stretch) + (clock.end(stretch) == Long.MAX_VALUE ? 0 : cycle));
            long gapEnd = gapEnd(stretch, cycle);
            if (t < gapEnd) {
                long found = nextAfterGap(t, Math.min(stop, gapEnd), stretch, cycle);
                if (found != NONE) {
                    return found;
                }
                t = Math.min(stop, gapEnd);
                continue;
            }
            long shown = Math.max(t, shownFrom(stretch, cycle)) + offset;
            if (nominal < shown) {
                nominal = wall.next(Math.max(shown, bounds.first()), Math.min(end + OFFSET_MAX, bounds.end()));
            }
            if (nominal < shownUntil(stretch, cycle, stop) + offset) {
                return nominal - offset;
            }
            if (shown > stop + clock.offsetAfter(stretch)) {
                nominal = Long.MIN_VALUE;
                t = stop;
            } else if (nominal == Wall.NONE) {
                return NONE;
            } else {
                t = Math.max(stop, nominal - OFFSET_MAX);
            }
        }
        return NONE;
    }

    @Override
    public int fill(long from, long until, long[] into, int at) {
        long t = Math.max(from, bounds.first() - OFFSET_MAX);
        long end = end(until);
        long nominal = Long.MIN_VALUE;
        int free = at;
        while (t < end && free < into.length) {
            long cycle = clock.cycle(t);
            int stretch = clock.stretch(t - cycle);
            int offset = clock.offset(stretch);
            long stop = Math.min(end, clock.end(stretch) + (clock.end(stretch) == Long.MAX_VALUE ? 0 : cycle));
            long gapEnd = gapEnd(stretch, cycle);
            if (t < gapEnd) {
                stop = Math.min(stop, gapEnd);
                for (long next = t; free < into.length; next++) {
                    next = nextAfterGap(next, stop, stretch, cycle);
                    if (next == NONE) {
                        break;
                    }
                    into[free++] = next;
                }
            } else {
                long shown = Math.max(t, shownFrom(stretch, cycle)) + offset;
                long hidden = shownUntil(stretch, cycle, stop) + offset;
                if (nominal < shown) {
                    nominal = wall.next(Math.max(shown, bounds.first()), Math.min(end + OFFSET_MAX, bounds.end()));
                }
                long since = shown;
                if (nominal < hidden) {
                    // One by itself first: a sparse rule has no more in this stretch, and a dense one does not mind.
                    into[free++] = nominal - offset;
                    since = nominal + 1;
                    nominal = wall.next(since, Math.min(end + OFFSET_MAX, bounds.end()));
                }
                if (nominal < hidden) {
                    free = wall.fill(nominal, Math.min(hidden, bounds.end()), -offset, into, free);
                    nominal = Long.MIN_VALUE;
                } else if (since > stop + clock.offsetAfter(stretch)) {
                    nominal = Long.MIN_VALUE;
                } else {
                    stop = nominal == Wall.NONE ? end : Math.max(stop, nominal - OFFSET_MAX);
                }
            }
            t = stop;
        }
        return free;
    }

    private long end(long until) {
        long end = Math.min(until, bounds.end() + OFFSET_MAX);
        return bounds.lastInstant() < end ? bounds.lastInstant() + 1 : end;
    }

    /** Until when instants may be those of nominal times that were moved out of the gap at the start of a stretch. */
    private long gapEnd(int stretch, long cycle) {
        int gap = clock.offset(stretch) - clock.offsetBefore(stretch);
        if (gap <= 0) {
            return Long.MIN_VALUE;
        }
        long start = clock.start(stretch) + cycle;
        return switch (policy.gap()) {
            case SHIFT_FORWARD -> start + gap;
            case AT_TRANSITION -> start + 1;
            case SKIP -> Long.MIN_VALUE;
        };
    }

    /** From when a stretch shows what the one before has not shown already. */
    private long shownFrom(int stretch, long cycle) {
        int repeated = clock.offsetBefore(stretch) - clock.offset(stretch);
        return repeated > 0 && policy.overlap() == DstOverlap.FIRST
                ? clock.start(stretch) + cycle + repeated
                : Long.MIN_VALUE;
    }

    private long shownUntil(int stretch, long cycle, long stop) {
        int repeated = clock.offset(stretch) - clock.offsetAfter(stretch);
        return repeated > 0 && policy.overlap() == DstOverlap.LAST
                ? Math.min(stop, clock.end(stretch) + cycle - repeated)
                : stop;
    }

    private long nextAfterGap(long from, long until, int stretch, long cycle) {
        long moved = switch (policy.gap()) {
            case SHIFT_FORWARD -> nextAt(clock.offsetBefore(stretch), from, until);
            case AT_TRANSITION -> (from >= until || leapt(stretch, cycle) == Wall.NONE) ? NONE : from;
            case SKIP -> NONE;
        };
        return Math.min(moved, nextAt(clock.offset(stretch), from, until));
    }

    private long nextAt(int offset, long from, long until) {
        long nominal = wall.next(Math.max(from + offset, bounds.first()), Math.min(until + offset, bounds.end()));
        return nominal == Wall.NONE ? NONE : nominal - offset;
    }

    /** The first nominal time inside the gap at the start of a stretch. */
    private long leapt(int stretch, long cycle) {
        long transition = clock.start(stretch) + cycle;
        return wall.next(
                Math.max(transition + clock.offsetBefore(stretch), bounds.first()),
                Math.min(transition + clock.offset(stretch), bounds.end()));
    }

    private boolean isNominal(long time) {
        return time >= bounds.first() && time < bounds.end() && wall.next(time, time + 1) == time;
    }

    @Override
    public long nominal(long instant) {
        long cycle = clock.cycle(instant);
        int stretch = clock.stretch(instant - cycle);
        long shown = instant + clock.offset(stretch);
        if (instant >= gapEnd(stretch, cycle) || isNominal(shown)) {
            return shown;
        }
        return policy.gap() == DstGap.AT_TRANSITION ? leapt(stretch, cycle) : instant + clock.offsetBefore(stretch);
    }

    @Override
    public Occurrence occurrence(long instant) {
        long nominal = nominal(instant);
        if (nominal != instant + clock.offsetAt(instant)) {
            return Occurrence.of(nominal, instant, Adjustment.SHIFTED, false);
        }
        var pass = clock.pass(instant);
        return Occurrence.of(nominal, instant, pass, pass == Adjustment.LAST && policy.overlap() == DstOverlap.BOTH);
    }

    @Override
    public Stream<DstAdjustment> dstReport(long from, long until) {
        return new DstReport(this).between(from, until);
    }
}
