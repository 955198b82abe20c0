package dev.almanac.bench.write;

import dev.almanac.local.Suite;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

/** The three ways, each with a database of its own on one PostgreSQL. */
record Targets(BareLoop bare, InProcess inProcess, OverHttp http) implements AutoCloseable {
    private static final int CLIENTS_WARMING_UP = 16;
    private static final Duration WARMING_UP = Duration.ofSeconds(8);
    private static final Duration COMPILING_AT_MOST = Duration.ofSeconds(3);
    private static final int ROUNDS_AT_MOST = 15;

    static Targets open(Suite suite) throws Exception {
        Databases databases = Databases.of(suite);
        return new Targets(
                new BareLoop(databases.create("bare")),
                new InProcess(suite, databases.create("in_process")),
                new OverHttp(suite));
    }

    /** Until the virtual machines have compiled what they need, which takes the longer, the slower the machine is. */
    List<Traffic> warm() throws Exception {
        List<Traffic> all = List.of(new Traffic(bare), new Traffic(inProcess), new Traffic(http));
        for (Traffic traffic : all) {
            warm(traffic);
        }
        return all;
    }

    private void warm(Traffic traffic) throws Exception {
        for (int round = 1; round <= ROUNDS_AT_MOST; round++) {
            if (isWarmAfter(traffic)) {
                System.err.printf("warm after %d rounds%n", round);
                return;
            }
        }
        System.err.printf("still compiling after %d rounds%n", ROUNDS_AT_MOST);
    }

    private boolean isWarmAfter(Traffic traffic) throws Exception {
        Duration before = compiling();
        warm(traffic::schedule);
        warm(traffic::reschedule);
        return compiling().minus(before).compareTo(COMPILING_AT_MOST) < 0;
    }

    /** In both ways in which commands will come, as the clients are compiled too. */
    private static void warm(Clients.Work work) throws Exception {
        Clients.Round most = Clients.saturating(CLIENTS_WARMING_UP, WARMING_UP, work);
        Clients.steady((int) (most.perSecond() / 2), WARMING_UP, work);
    }

    /** How long both processes have compiled so far. */
    private Duration compiling() throws Exception {
        return Duration.ofMillis(ManagementFactory.getCompilationMXBean().getTotalCompilationTime())
                .plus(http.compiling());
    }

    @Override
    public void close() {
        http.close();
        inProcess.close();
        bare.close();
    }
}
