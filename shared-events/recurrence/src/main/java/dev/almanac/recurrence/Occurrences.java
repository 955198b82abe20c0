package dev.almanac.recurrence;

import dev.almanac.recurrence.clock.Instants;
import dev.almanac.recurrence.clock.Occurrence;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The occurrences of a series in {@code [from, until)}, up to a limit, worked out while they are iterated over. */
public final class Occurrences implements Iterable<Occurrence> {
    private static final int CHUNK = 256;

    private final Instants instants;
    private final long from;
    private final long until;
    private final int limit;

    Occurrences(Instants instants, long from, long until, int limit) {
        this.instants = instants;
        this.from = from;
        this.until = until;
        this.limit = limit;
    }

    @Override
    public Iterator<Occurrence> iterator() {
        return new Cursor();
    }

    public Stream<Occurrence> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    public List<Occurrence> toList() {
        return stream().toList();
    }

    /** Whether the limit left some out. */
    public boolean truncated() {
        var cursor = new Cursor();
        int seen = 0;
        while (seen < limit && cursor.hasNext()) {
            cursor.nextInstant();
            seen++;
        }
        return seen == limit && instants.next(seen == 0 ? from : cursor.last + 1, until) != Instants.NONE;
    }

    private final class Cursor implements Iterator<Occurrence> {
        private final long[] chunk = new long[Math.min(limit, CHUNK)];
        private int at;
        private int filled;
        private int left = limit;
        private long last = from - 1;

        @Override
        public boolean hasNext() {
            if (at == filled && left > 0) {
                filled = instants.fill(last + 1, until, chunk, 0);
                at = 0;
                left = filled == 0 ? 0 : left;
            }
            return at < filled && left > 0;
        }

        private long nextInstant() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            left--;
            last = chunk[at++];
            return last;
        }

        @Override
        public Occurrence next() {
            return instants.occurrence(nextInstant());
        }
    }
}
