package dev.almanac.recurrence.clock;

import dev.almanac.recurrence.wall.Bounds;
import dev.almanac.recurrence.wall.Dates;
import dev.almanac.recurrence.wall.ListWall;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The offsets of a zone as a table of the stretches between its transitions, found in constant time without allocating.
 * Rules that go on for ever repeat every 400 years, as the calendar does; one such cycle is in the table and stands for
 * all that follow.
 */
public final class ZoneClock {
    private static final ConcurrentHashMap<String, ZoneClock> REGIONS = new ConcurrentHashMap<>();
    private static final long CYCLE = 146_097L * Dates.DAY;

    /** A slot of the index spans 97 days, and so holds a transition or two. */
    private static final int SLOT_BITS = 23;

    /** Stretch {@code i} lasts from {@code start[i]} until {@code start[i + 1]}. */
    private final long[] start;

    private final int[] offset;
    private final long indexStart;
    private final short[] index;
    private final long cycleEnd;

    private ZoneClock(ZoneRules rules) {
        var transitions = new ArrayList<>(rules.getTransitions());
        cycleEnd = rules.getTransitionRules().isEmpty() ? Long.MAX_VALUE : addCycle(rules, transitions);
        start = new long[transitions.size() + 2];
        offset = new int[transitions.size() + 1];
        start[0] = Long.MIN_VALUE;
        offset[0] = rules.getOffset(Instant.MIN).getTotalSeconds();
        for (int i = 0; i < transitions.size(); i++) {
            start[i + 1] = transitions.get(i).toEpochSecond();
            offset[i + 1] = transitions.get(i).getOffsetAfter().getTotalSeconds();
        }
        start[start.length - 1] = Long.MAX_VALUE;
        indexStart = transitions.isEmpty() ? 0 : start[1];
        index = index();
    }

    static ZoneClock of(ZoneId zone) {
        return zone instanceof ZoneOffset
                ? new ZoneClock(zone.getRules())
                : REGIONS.computeIfAbsent(zone.getId(), _ -> new ZoneClock(zone.getRules()));
    }

    /** Appends all transitions of a cycle that begins when only the lasting rules hold, and answers when it ends. */
    private static long addCycle(ZoneRules rules, List<ZoneOffsetTransition> transitions) {
        int year = transitions.isEmpty()
                ? 1970
                : transitions.getLast().getDateTimeBefore().getYear() + 2;
        long end = LocalDate.of(year, 1, 1).toEpochDay() * Dates.DAY + CYCLE;
        var from = transitions.isEmpty() ? Instant.EPOCH : transitions.getLast().getInstant();
        for (var next = rules.nextTransition(from); next != null; next = rules.nextTransition(next.getInstant())) {
            transitions.add(next);
            if (next.toEpochSecond() >= end) {
                break;
            }
        }
        return end;
    }

    private short[] index() {
        if (offset.length == 1) {
            return new short[1];
        }
        var slots = new short[(int) ((start[offset.length - 1] - indexStart) >> SLOT_BITS) + 1];
        int stretch = 1;
        for (int slot = 0; slot < slots.length; slot++) {
            while (start[stretch + 1] <= indexStart + ((long) slot << SLOT_BITS)) {
                stretch++;
            }
            slots[slot] = (short) stretch;
        }
        return slots;
    }

    /** What must be taken from an instant before it is looked up here. */
    long cycle(long instant) {
        return instant < cycleEnd ? 0 : ((instant - cycleEnd) / CYCLE + 1) * CYCLE;
    }

    /** The stretch that an instant is in, which is before the end of the cycle. */
    int stretch(long instant) {
        if (instant < indexStart) {
            return 0;
        }
        int stretch = index[(int) Math.min((instant - indexStart) >> SLOT_BITS, index.length - 1)];
        while (instant >= start[stretch + 1]) {
            stretch++;
        }
        return stretch;
    }

    long start(int stretch) {
        return start[stretch];
    }

    long end(int stretch) {
        return start[stretch + 1];
    }

    /** All offsets that the zone ever has. */
    IntStream offsets() {
        return IntStream.of(offset).distinct();
    }

    int offset(int stretch) {
        return offset[stretch];
    }

    int offsetBefore(int stretch) {
        return offset[Math.max(0, stretch - 1)];
    }

    int offsetAfter(int stretch) {
        return offset[Math.min(offset.length - 1, stretch + 1)];
    }

    public int offsetAt(long instant) {
        return offset[stretch(instant - cycle(instant))];
    }

    /** The instants in {@code [from, until)} on which the offset changes. */
    LongStream transitions(long from, long until) {
        return LongStream.iterate(endAt(from - 1), transition -> transition < until, this::endAt);
    }

    /** When the stretch ends that an instant is in. */
    public long endAt(long instant) {
        long cycle = cycle(instant);
        long end = start[stretch(instant - cycle) + 1];
        return end == Long.MAX_VALUE ? end : end + cycle;
    }

    /** When a nominal time first happens, moved out of the gap if it is in one. */
    public long firstInstant(long nominal) {
        return instant(nominal, DstPolicy.DEFAULT);
    }

    long lastInstant(long nominal) {
        return instant(nominal, new DstPolicy(DstGap.SHIFT_FORWARD, DstOverlap.LAST));
    }

    /** The last instant that is not after the moment: of a day its last second. */
    public long last(Moment moment) {
        return switch (moment) {
            case Moment.At(var instant) -> instant.getEpochSecond();
            case Moment.OnTheWall(var time) -> lastInstant(Dates.wall(time));
            case Moment.Day(var date) -> lastInstant(Dates.wall(date.plusDays(1).atStartOfDay()) - 1);
        };
    }

    private long instant(long nominal, DstPolicy policy) {
        var alone = new ListWall(LongStream.of(nominal));
        return new ZonedWall(alone, this, policy, Bounds.from(nominal)).next(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Whether the time shown at an instant is shown twice, and which pass this is. */
    Adjustment pass(long instant) {
        long inCycle = instant - cycle(instant);
        int stretch = stretch(inCycle);
        int repeated = offsetBefore(stretch) - offset[stretch];
        if (repeated > 0 && inCycle < start[stretch] + repeated) {
            return Adjustment.LAST;
        }
        int willRepeat = offset[stretch] - offsetAfter(stretch);
        return willRepeat > 0 && inCycle >= start[stretch + 1] - willRepeat ? Adjustment.FIRST : Adjustment.NONE;
    }

    /** Up to which nominal time the clock shows a second time what it showed; nothing where the instant is in no second pass. */
    OptionalLong repeatedUntil(long instant) {
        if (pass(instant) != Adjustment.LAST) {
            return OptionalLong.empty();
        }
        long cycle = cycle(instant);
        int stretch = stretch(instant - cycle);
        return OptionalLong.of(start[stretch] + cycle + offsetBefore(stretch));
    }

    /** What a clock shows that nobody adjusts: an occurrence at this instant. */
    public Occurrence reading(long instant) {
        var pass = pass(instant);
        return Occurrence.of(instant + offsetAt(instant), instant, pass, pass == Adjustment.LAST);
    }
}
