package dev.almanac.bench.reads;

import dev.almanac.bench.suite.Latencies;
import dev.almanac.bench.write.Clients;
import dev.almanac.bench.write.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How a question was answered, round by round. */
final class Rounds {
    private final List<Clients.Round> rounds = new ArrayList<>();

    void add(Clients.Round round) {
        rounds.add(round);
    }

    int answers() {
        return rounds.stream().mapToInt(round -> round.tookNanos().size()).sum();
    }

    Duration lasted() {
        return rounds.stream().map(Clients.Round::lasted).reduce(Duration.ZERO, Duration::plus);
    }

    /** The median of the rounds. */
    double perSecond() {
        return Table.median(rounds.stream().map(Clients.Round::perSecond));
    }

    /** The median of the rounds: what half of a hundred did not exceed, say. */
    double millis(int percent) {
        return Table.median(rounds.stream().map(round -> round.latencies().millis(percent)));
    }

    /** Median / 99th percentile / longest of all. */
    String times() {
        return Table.times(Latencies.of(rounds.stream().flatMap(round -> round.tookNanos().stream())));
    }
}
