package dev.almanac.bench.write;

import dev.almanac.bench.suite.Latencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Commands per second through each door. The doors take turns, as a machine is never quiet: a share is that of the bare
 * loop in the same round, and medians of the rounds count.
 */
final class Rates {
    private static final List<Integer> CLIENTS = List.of(1, 16, 32);
    private static final int ROUNDS = 5;
    private final List<Traffic> doors;
    private final Duration each;

    Rates(List<Traffic> doors, Duration each) {
        this.doors = doors;
        this.each = each;
    }

    void print() throws Exception {
        System.out.println("""

                | command | clients | bare, /s | in process, /s | of bare | over HTTP, /s | of bare | in process, ms | over HTTP, ms |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |""");
        for (int clients : CLIENTS) {
            System.out.println(row("schedule", clients, Traffic::schedule));
            System.out.println(row("reschedule", clients, Traffic::reschedule));
        }
    }

    private interface Kind {
        void send(Traffic traffic) throws Exception;
    }

    private String row(String command, int clients, Kind kind) throws Exception {
        List<List<Clients.Round>> byDoor = new ArrayList<>();
        doors.forEach(_ -> byDoor.add(new ArrayList<>()));
        for (int round = 0; round < ROUNDS; round++) {
            for (int door = 0; door < doors.size(); door++) {
                Traffic traffic = doors.get(door);
                byDoor.get(door).add(Clients.saturating(clients, each, () -> kind.send(traffic)));
            }
        }
        List<Double> rates = byDoor.stream().map(Rates::median).toList();
        return "| %s | %d | %,.0f | %,.0f | %.2f | %,.0f | %.2f | %s | %s |"
                .formatted(
                        command,
                        clients,
                        rates.get(0),
                        rates.get(1),
                        share(byDoor.get(1), byDoor.get(0)),
                        rates.get(2),
                        share(byDoor.get(2), byDoor.get(0)),
                        times(byDoor.get(1)),
                        times(byDoor.get(2)));
    }

    private static double median(List<Clients.Round> rounds) {
        return Table.median(rounds.stream().map(Clients.Round::perSecond));
    }

    private static double share(List<Clients.Round> door, List<Clients.Round> bare) {
        return Table.median(IntStream.range(0, door.size())
                .mapToObj(round -> door.get(round).perSecond() / bare.get(round).perSecond()));
    }

    private static String times(List<Clients.Round> rounds) {
        return Table.times(Latencies.of(rounds.stream().flatMap(round -> round.tookNanos().stream())));
    }
}
