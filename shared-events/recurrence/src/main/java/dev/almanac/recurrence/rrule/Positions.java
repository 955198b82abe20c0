package dev.almanac.recurrence.rrule;

import dev.almanac.recurrence.wall.Wall;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/** Which of so many things BYSETPOS chooses, by their places counted from 0. A thing may be named from both ends. */
final class Positions {
    private final long[] fromStart;
    private final long[] fromEnd;
    private final ConcurrentHashMap<Long, Integer> counts = new ConcurrentHashMap<>();

    Positions(Collection<Integer> positions) {
        fromStart =
                ascending(positions.stream().filter(position -> position > 0).toList());
        fromEnd = ascending(positions.stream()
                .filter(position -> position < 0)
                .map(position -> -position)
                .toList());
    }

    private static long[] ascending(List<Integer> numbers) {
        return numbers.stream().mapToLong(number -> number).sorted().distinct().toArray();
    }

    /** The first chosen place of {@code size} that is not one of the first {@code passed}, or {@link Wall#NONE}. */
    long next(long passed, long size) {
        int forwards = upTo(fromStart, passed);
        long place = forwards < fromStart.length && fromStart[forwards] <= size ? fromStart[forwards] - 1 : Wall.NONE;
        int backwards = upTo(fromEnd, size - passed) - 1;
        return backwards < 0 ? place : Math.min(place, size - fromEnd[backwards]);
    }

    /** How many are chosen of so many. */
    int count(long size) {
        if (size >= lengthOf(fromStart) + lengthOf(fromEnd)) {
            return fromStart.length + fromEnd.length;
        }
        var known = counts.get(size);
        return known != null ? known : counts.computeIfAbsent(size, _ -> places(size).length);
    }

    /** How many of the first {@code passed} are chosen of so many. */
    long below(long passed, long size) {
        return LongStream.of(places(size)).filter(place -> place < passed).count();
    }

    /** The {@code n}-th that is chosen of so many, counted from 1. */
    long nth(long n, long size) {
        return places(size)[(int) n - 1];
    }

    private long[] places(long size) {
        return LongStream.concat(
                        LongStream.of(fromStart)
                                .filter(position -> position <= size)
                                .map(position -> position - 1),
                        LongStream.of(fromEnd)
                                .filter(position -> position <= size)
                                .map(position -> size - position))
                .sorted()
                .distinct()
                .toArray();
    }

    private static long lengthOf(long[] ascending) {
        return ascending.length == 0 ? 0 : ascending[ascending.length - 1];
    }

    /** How many numbers are not greater. */
    private static int upTo(long[] ascending, long most) {
        int found = Arrays.binarySearch(ascending, most);
        return found < 0 ? ~found : found + 1;
    }
}
