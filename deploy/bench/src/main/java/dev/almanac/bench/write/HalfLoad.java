package dev.almanac.bench.write;

import java.time.Duration;

/** How long one command takes over HTTP while half of what the service can take comes in. */
record HalfLoad(Traffic http) {
    private static final int CLIENTS = 16;
    private static final Duration MEASURING = Duration.ofSeconds(5);
    private static final Duration LASTING = Duration.ofSeconds(20);

    void print() throws Exception {
        int perSecond =
                (int) (Clients.saturating(CLIENTS, MEASURING, http::schedule).perSecond() / 2);
        System.out.println("""

                | over HTTP at half load | commands/s | answer, ms |
                | --- | ---: | ---: |""");
        print("schedule", Clients.steady(perSecond, LASTING, http::schedule));
        print("reschedule", Clients.steady(perSecond, LASTING, http::reschedule));
    }

    private static void print(String command, Clients.Round round) {
        System.out.println("| %s | %,.0f | %s |".formatted(command, round.perSecond(), Table.times(round.latencies())));
    }
}
