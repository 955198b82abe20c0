package dev.almanac.audit;

import dev.almanac.events.Republication;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The changes by key. Each key has one sequence from 0 without gaps, in the order of the positions. A repeat is the same
 * change again; the order of keys among each other is promised to nobody. A gap is mended where all changes of its key are republished
 * once more behind it.
 */
final class Streams {
    private final Map<String, List<Published>> byKey = new HashMap<>();
    private final Map<String, List<String>> gaps = new TreeMap<>();
    private final Violations violations = new Violations();
    private int read;

    void add(Published published) {
        read++;
        List<Published> stream = byKey.computeIfAbsent(published.stream(), _ -> new ArrayList<>());
        long sequence = published.metadata().sequence();
        if (sequence == stream.size()) {
            checkPosition(stream, published);
            stream.add(published);
        } else if (sequence < stream.size()) {
            checkRepeat(stream.get((int) sequence), published);
        } else {
            gaps.computeIfAbsent(published.stream(), _ -> new ArrayList<>())
                    .add("GAP %s at %s: sequence %d after %d"
                            .formatted(published.stream(), published.place(), sequence, stream.size() - 1));
        }
        Republication republication = published.recorded().republication();
        if (republication != null && republication.isLast() && stream.size() > sequence) {
            gaps.remove(published.stream());
        }
    }

    private void checkPosition(List<Published> stream, Published published) {
        if (!stream.isEmpty()
                && stream.getLast().metadata().position()
                        >= published.metadata().position()) {
            violations.add("POSITION %s at %s does not grow".formatted(published.stream(), published.place()));
        }
    }

    private void checkRepeat(Published first, Published again) {
        if (!first.isSameAs(again)) {
            violations.add("DUPLICATE %s: sequence %d is one change at %s and another at %s"
                    .formatted(again.stream(), again.metadata().sequence(), first.place(), again.place()));
        }
    }

    /** Each change once, in the order in which all were recorded. */
    List<Published> inOrder() {
        return byKey.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(
                        published -> published.metadata().position()))
                .toList();
    }

    /** To be asked for when all is read. */
    Violations violations() {
        gaps.values().forEach(ofKey -> ofKey.forEach(violations::add));
        gaps.clear();
        return violations;
    }

    int read() {
        return read;
    }

    int keys() {
        return byKey.size();
    }
}
