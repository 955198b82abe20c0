package dev.almanac.conflict.index;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.LaneEntry;
import dev.almanac.events.lane.LaneId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What overlaps a slot on a lane, by the lengths and starts of entries: it is found among those that start at most the longest of
 * their group before it, so that a few that last for months cost the short ones nothing.
 *
 * <p>Of each group, the stretches that were looked at last are kept in memory, across all lanes. So what is stored elsewhere costs
 * neither time nor room, on the same lane or on others.
 */
public final class LaneIndex {
    private final Stored stored;
    private final Stretches stretches;
    private final int crowd;

    /** All entries, wherever they are kept. */
    @FunctionalInterface
    public interface Stored {
        /** Those of a group that start in {@code [from, till)}; it may give some around that too. */
        Collection<LaneEntry> starting(LaneId lane, Span span, Instant from, Instant till);
    }

    /** Keeps this many entries and stretches together, and none that has a quarter of that by itself. */
    public LaneIndex(int keptMax, Stored stored) {
        this.stored = stored;
        this.stretches = new Stretches(keptMax);
        this.crowd = keptMax / 4;
    }

    public void put(LaneId lane, LaneEntry entry) {
        stretches.change(Stretch.of(lane, entry), entries -> entries.put(entry));
    }

    public void remove(LaneId lane, LaneEntry entry) {
        stretches.change(Stretch.of(lane, entry), entries -> entries.remove(entry));
    }

    /** Entries and stretches that are kept in memory. */
    public int kept() {
        return stretches.kept();
    }

    public List<LaneEntry> overlapping(LaneId lane, Collection<Span> spans, TimeSlot slot) {
        List<LaneEntry> found = new ArrayList<>();
        for (Span span : spans) {
            List<StretchEntries> reached = reached(lane, span, slot);
            if (reached.isEmpty() || reached.stream().anyMatch(StretchEntries::crowded)) {
                lookInStore(lane, span, slot, found);
            } else {
                reached.forEach(entries -> entries.addOverlapping(slot, found));
            }
        }
        return found;
    }

    /** None where there are too many: a slot of years reaches thousands of stretches, not worth keeping for one look. */
    private List<StretchEntries> reached(LaneId lane, Span span, TimeSlot slot) {
        return slot.duration().compareTo(span.stretch()) > 0
                ? List.of()
                : Stretch.reaching(lane, span, slot).map(this::entriesOf).toList();
    }

    private void lookInStore(LaneId lane, Span span, TimeSlot slot, List<LaneEntry> found) {
        for (LaneEntry entry : stored.starting(lane, span, slot.start().minus(span.longest()), slot.end())) {
            if (entry.slot().overlaps(slot)) {
                found.add(entry);
            }
        }
    }

    private StretchEntries entriesOf(Stretch stretch) {
        return stretches.of(stretch, () -> {
            StretchEntries entries = new StretchEntries(stretch.span(), crowd);
            stored.starting(stretch.lane(), stretch.span(), stretch.start(), stretch.end()).stream()
                    .filter(entry -> Stretch.of(stretch.lane(), entry).equals(stretch))
                    .forEach(entries::put);
            return entries;
        });
    }
}
