package dev.almanac.recurrence.rrule;

import dev.almanac.recurrence.clock.Instants;
import dev.almanac.recurrence.wall.Dates;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/**
 * The times of a rule that counts elapsed time, as they lie in the day. Its periods come to the same times of day again after
 * a cycle of 86,400 at most, so which of them are allowed is found out once for each offset of the zone.
 */
final class ElapsedTimes {
    private final long origin;
    private final int unit;
    private final long step;
    private final long[] listed;
    private final boolean onTheWall;
    private final long hours;
    private final long minutes;
    private final long seconds;
    private final ConcurrentHashMap<Integer, InPhase> phases = new ConcurrentHashMap<>();

    /**
     * @param origin the start of a period
     * @param unit the length of a period in seconds
     * @param step from the start of a period to the start of the next that counts
     * @param listed where the occurrences are in a period, in seconds from its start
     * @param onTheWall whether these are what the clock shows past the full unit, and not what has elapsed since
     * @param hours a bit for each hour in which it may occur; likewise minutes and seconds
     */
    ElapsedTimes(
            long origin,
            int unit,
            long step,
            LongStream listed,
            boolean onTheWall,
            long hours,
            long minutes,
            long seconds) {
        this.origin = origin;
        this.unit = unit;
        this.step = step;
        this.listed = listed.toArray();
        this.onTheWall = onTheWall;
        this.hours = hours;
        this.minutes = minutes;
        this.seconds = seconds;
    }

    /** The times while the zone has this offset. */
    InPhase at(int offset) {
        var known = phases.get(offset);
        return known != null ? known : phases.computeIfAbsent(offset, this::phase);
    }

    private InPhase phase(int offset) {
        long late = onTheWall ? Math.floorMod(origin + offset, (long) unit) : 0;
        var within = LongStream.of(listed)
                .map(second -> onTheWall ? Math.floorMod(second - late, (long) unit) : second)
                .sorted()
                .distinct()
                .toArray();
        int stepOfDay = (int) (step % Dates.DAY);
        int cycle = Dates.DAY / divisor(Dates.DAY, stepOfDay);
        var in = new BitSet(cycle * within.length);
        int start = (int) Math.floorMod(origin + offset, (long) Dates.DAY);
        for (int period = 0, bit = 0; period < cycle; period++) {
            for (long second : within) {
                in.set(bit++, isAllowed((int) ((start + second) % Dates.DAY)));
            }
            start = (start + stepOfDay) % Dates.DAY;
        }
        return new InPhase(origin, step, within, cycle, Marks.of(in));
    }

    private boolean isAllowed(int time) {
        return ((hours >>> (time / 3600)) & (minutes >>> (time / 60 % 60)) & (seconds >>> (time % 60)) & 1) != 0;
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    static final class InPhase {
        private final long origin;
        private final long step;
        private final long[] within;
        private final int cycle;
        private final Marks in;

        /**
         * @param within where the occurrences are in each period, ascending
         * @param cycle after so many periods the times of day are the same again
         * @param in the occurrences of a cycle that are at an allowed time
         */
        InPhase(long origin, long step, long[] within, int cycle, Marks in) {
            this.origin = origin;
            this.step = step;
            this.within = within;
            this.cycle = cycle;
            this.in = in;
        }

        /** The first at or after an instant, if the offset lasted for ever. */
        long next(long from) {
            long period = Math.floorDiv(from - origin, step);
            long rest = from - origin - period * step;
            int found = Arrays.binarySearch(within, rest);
            int place = found < 0 ? ~found : found;
            long cycles = Math.floorDiv(period, (long) cycle);
            int bit = in.next((int) (period - cycles * cycle) * within.length + place);
            if (bit < 0) {
                cycles++;
                bit = in.next(0);
            }
            return bit < 0
                    ? Instants.NONE
                    : origin + (cycles * cycle + bit / within.length) * step + within[bit % within.length];
        }
    }
}
