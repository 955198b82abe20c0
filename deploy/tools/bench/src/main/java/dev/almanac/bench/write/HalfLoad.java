package dev.almanac.bench.write;

import dev.almanac.bench.suite.Latencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How long one command takes over HTTP while half of what the service can take comes in, beside the bare loop under the
 * same load, which shows what the disk adds. What the service can take is measured before and after each round: where the
 * two are far apart, as neighbours took part of the machine or gave it back, the load was not half, and the round is
 * told but not counted.
 */
record HalfLoad(Traffic bare, Traffic http) {
    private static final int ROUNDS = 5;
    private static final int ROUNDS_AT_MOST = 15;
    private static final double STEADY = 0.75;
    private static final int CLIENTS = 16;
    private static final Duration MEASURING = Duration.ofSeconds(5);
    private static final Duration LASTING = Duration.ofSeconds(10);

    void print() throws Exception {
        System.out.println("""

                | at half load | commands/s | bare, ms | over HTTP, ms | 99th percentile of each round, ms | of rounds not at half load |
                | --- | ---: | ---: | ---: | ---: | ---: |""");
        System.out.println(row("schedule", bare::schedule, http::schedule));
        System.out.println(row("reschedule", bare::reschedule, http::reschedule));
    }

    private record Pair(Clients.Round bare, Clients.Round http) {}

    private static String row(String command, Clients.Work bare, Clients.Work http) throws Exception {
        List<Pair> counted = new ArrayList<>();
        List<Pair> disturbed = new ArrayList<>();
        double before = most(http);
        while (counted.size() < ROUNDS && counted.size() + disturbed.size() < ROUNDS_AT_MOST) {
            int half = (int) (before / 2);
            Pair round = new Pair(Clients.steady(half, LASTING, bare), Clients.steady(half, LASTING, http));
            double after = most(http);
            (Math.min(before, after) < STEADY * Math.max(before, after) ? disturbed : counted).add(round);
            before = after;
        }
        return "| %s | %,.0f | %s | %s | %s | %s |"
                .formatted(
                        command,
                        Table.median(counted.stream().map(round -> round.http().perSecond())),
                        times(counted.stream().map(Pair::bare).toList()),
                        times(counted.stream().map(Pair::http).toList()),
                        ninetyNinth(counted),
                        ninetyNinth(disturbed));
    }

    private static double most(Clients.Work http) throws Exception {
        return Clients.saturating(CLIENTS, MEASURING, http).perSecond();
    }

    /** Of each of the three times, the median of the rounds. */
    private static String times(List<Clients.Round> rounds) {
        List<Latencies> latencies =
                rounds.stream().map(Clients.Round::latencies).toList();
        return List.of(50, 99, 100).stream()
                .map(percent ->
                        "%,.1f".formatted(Table.median(latencies.stream().map(each -> each.millis(percent)))))
                .collect(Collectors.joining(" / "));
    }

    private static String ninetyNinth(List<Pair> rounds) {
        return rounds.stream()
                .map(round -> "%,.0f".formatted(round.http().latencies().millis(99)))
                .collect(Collectors.joining(", "));
    }
}
