package dev.almanac.bench.write;

import dev.almanac.local.Suite;
import java.time.Duration;
import java.util.List;

/** The three ways, each with a database of its own on one PostgreSQL. */
record Doors(Databases databases, BareLoop bare, InProcess inProcess, OverHttp http) implements AutoCloseable {
    private static final int CLIENTS_WARMING_UP = 16;
    private static final Duration WARMING_UP = Duration.ofSeconds(40);

    static Doors open(Suite suite) throws Exception {
        Databases databases = Databases.of(suite);
        return new Doors(
                databases,
                new BareLoop(databases.create("bare")),
                new InProcess(suite, databases.create("in_process")),
                new OverHttp(suite));
    }

    /** Until the virtual machines have compiled what they need, and the database has been used. */
    List<Traffic> warm() throws Exception {
        List<Traffic> all = List.of(new Traffic(bare), new Traffic(inProcess), new Traffic(http));
        // Last and longest what compiles most, in two processes.
        for (Traffic traffic : List.of(all.get(0), all.get(1), all.get(2), all.get(2))) {
            Clients.saturating(CLIENTS_WARMING_UP, WARMING_UP, traffic::schedule);
            Clients.saturating(CLIENTS_WARMING_UP, WARMING_UP.dividedBy(2), traffic::reschedule);
            databases.checkpoint();
        }
        return all;
    }

    @Override
    public void close() {
        http.close();
        inProcess.close();
        bare.close();
    }
}
