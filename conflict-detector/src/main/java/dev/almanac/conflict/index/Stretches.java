package dev.almanac.conflict.index;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The stretches that were looked at last. */
final class Stretches {
    private final int keptMax;
    private final LinkedHashMap<Stretch, StretchEntries> byLastUse = new LinkedHashMap<>(16, 0.75f, true);
    private int kept;

    Stretches(int keptMax) {
        this.keptMax = keptMax;
    }

    int kept() {
        return kept;
    }

    StretchEntries of(Stretch stretch, Supplier<StretchEntries> stored) {
        StretchEntries known = byLastUse.get(stretch);
        return known == null ? keep(stretch, stored.get()) : known;
    }

    /** Nothing happens to a stretch that is not kept: it is read with the change, once it is looked at. */
    void change(Stretch stretch, Consumer<StretchEntries> change) {
        StretchEntries known = byLastUse.remove(stretch);
        if (known != null) {
            kept -= weight(known);
            change.accept(known);
            keep(stretch, known);
        }
    }

    private StretchEntries keep(Stretch stretch, StretchEntries entries) {
        byLastUse.put(stretch, entries);
        kept += weight(entries);
        Iterator<StretchEntries> oldest = byLastUse.values().iterator();
        while (kept > keptMax) {
            kept -= weight(oldest.next());
            oldest.remove();
        }
        return entries;
    }

    /** An empty one takes about as much as an entry does: some 250 bytes. */
    private static int weight(StretchEntries entries) {
        return 1 + entries.size();
    }
}
