package dev.almanac.front;

import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** All instances of one service. */
final class Instances {
    private final List<Instance> all;
    private final AtomicInteger turn = new AtomicInteger();

    private Instances(List<Instance> all) {
        this.all = List.copyOf(all);
    }

    /** Addresses with commas between them. */
    static Instances of(String addresses) {
        return new Instances(Arrays.stream(addresses.split(","))
                .map(String::strip)
                .map(URI::create)
                .map(Instance::new)
                .toList());
    }

    /** In the order in which they are to be asked: the best first, and among equals each in its turn. */
    List<Instance> inTurn() {
        int first = Math.floorMod(turn.getAndIncrement(), all.size());
        return IntStream.range(0, all.size())
                .mapToObj(i -> all.get((first + i) % all.size()))
                .sorted(Comparator.comparing(Instance::standing))
                .toList();
    }

    List<Instance> all() {
        return all;
    }

    /** Whoever has nobody to choose from need not know who is ready. */
    boolean areSeveral() {
        return all.size() > 1;
    }
}
