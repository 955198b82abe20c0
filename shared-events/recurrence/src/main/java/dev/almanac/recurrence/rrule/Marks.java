package dev.almanac.recurrence.rrule;

import java.util.Arrays;
import java.util.BitSet;

/** Certain numbers out of a range, from which the next is found fast however few there are. */
sealed interface Marks {
    /** Sparser than this a set of bits has empty words to be passed over. */
    int BITS_A_WORD = 64;

    /** The first that is not smaller, or -1. */
    int next(int from);

    static Marks of(BitSet bits) {
        return (long) bits.cardinality() * BITS_A_WORD < bits.length()
                ? new Few(bits.stream().toArray())
                : new Many(bits);
    }

    final class Few implements Marks {
        private final int[] numbers;

        private Few(int[] numbers) {
            this.numbers = numbers;
        }

        @Override
        public int next(int from) {
            int found = Arrays.binarySearch(numbers, from);
            int index = found < 0 ? ~found : found;
            return index < numbers.length ? numbers[index] : -1;
        }
    }

    record Many(BitSet bits) implements Marks {
        @Override
        public int next(int from) {
            return bits.nextSetBit(from);
        }
    }
}
