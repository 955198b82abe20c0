package dev.almanac.bench.write;

import java.time.Duration;
import java.util.List;

/** How long one command takes over HTTP while half of what the service can take comes in. */
record HalfLoad(Traffic http) {
    private static final int CLIENTS = 16;
    private static final Duration MEASURING = Duration.ofSeconds(5);
    private static final Duration LASTING = Duration.ofSeconds(20);

    void print() throws Exception {
        int perSecond =
                (int) (Clients.saturating(CLIENTS, MEASURING, http::schedule).perSecond() / 2);
        System.out.println("""

                | over HTTP, open loop | commands/s | answer, ms |
                | --- | ---: | ---: |""");
        for (Clients.Work work : List.<Clients.Work>of(http::schedule, http::reschedule)) {
            Clients.Round round = Clients.steady(perSecond, LASTING, work);
            System.out.println(
                    "| half load | %,.0f | %s |".formatted(round.perSecond(), Table.times(round.latencies())));
        }
    }
}
