package dev.almanac.local;

import dev.almanac.local.machine.StartFailure;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many of what runs. Brokers and instances beyond the first have ports of their own; the front and the stores that are no
 * brokers are one each.
 *
 * @param instances of each service, at the start
 * @param further where the second and the third of everything listens
 * @param links where others reach what listens at a port, if that is elsewhere: so that something may lie in between
 */
public record Shape(int brokers, int instances, List<Ports> further, Map<Integer, Integer> links) {
    static final int MAX = 3;
    /** What survives the loss of one broker without accepting what only one of them has. */
    private static final short REPLICAS = 3;

    public Shape {
        if (Math.min(brokers, instances) < 1 || Math.max(brokers, instances) > MAX) {
            throw new StartFailure("--brokers and --instances take numbers from 1 to " + MAX);
        }
        further = List.copyOf(further);
        links = Map.copyOf(links);
    }

    /** One of everything. */
    public static Shape single() {
        return new Shape(1, 1, List.of(), Map.of());
    }

    /** In a row behind those of the first, or a hundred above each of the usual ones. */
    static Shape beside(Ports first, int brokers, int instances) {
        int step = first.equals(Ports.usual()) ? 100 : Ports.COUNT;
        List<Ports> further = IntStream.range(1, Math.max(brokers, instances) == 1 ? 1 : MAX)
                .mapToObj(n -> first.plus(n * step))
                .toList();
        return new Shape(brokers, instances, further, Map.of());
    }

    /** On {@linkplain Ports#free free ports}, with room for three of everything. */
    public static Shape free(int brokers, int instances) {
        return new Shape(
                brokers, instances, Stream.generate(Ports::free).limit(MAX - 1L).toList(), Map.of());
    }

    public Shape linked(Map<Integer, Integer> between) {
        return new Shape(brokers, instances, further, between);
    }

    /**
     * Where the first, the second or the third of everything listens.
     *
     * @param n from 1
     */
    public Ports ports(Ports first, int n) {
        return n == 1 ? first : further.get(n - 2);
    }

    int places() {
        return further.size() + 1;
    }

    int reached(int port) {
        return links.getOrDefault(port, port);
    }

    short replicas() {
        return (short) Math.min(brokers, REPLICAS);
    }

    /** The first bears its plain name, as where there is only one. */
    public static String name(String part, int n) {
        return n == 1 ? part : part + "-" + n;
    }
}
