package dev.almanac.bench.write;

import dev.almanac.bench.suite.Latencies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What a move costs on events that were changed few and very many times. */
final class LongHistory {
    private static final List<Integer> CHANGES = List.of(10, 1_000, 100_000);
    private static final int NUMBER = 20_000_000;
    private static final int TIMES = 400;
    private static final int SNAPSHOT_FROM = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** The same move, again and again. */
    private static final String FILL = """
            insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                                            payload_type, payload_revision, payload, meta_data)
            select aggregate_identifier || '-' || n, aggregate_identifier, n, type, time_stamp, payload_type,
                   payload_revision, payload, meta_data
            from domain_event_entry, generate_series(?, ?) n
            where aggregate_identifier = ? and sequence_number = 1""";

    private static final String SNAPSHOT = "select 1 from snapshot_event_entry where aggregate_identifier = ?";

    private final InProcess door;

    LongHistory(InProcess door) {
        this.door = door;
    }

    void print() throws InterruptedException {
        List<Aged> events = CHANGES.stream().map(this::aged).toList();
        await(() -> door.lag() == 0);
        List<Long> unspared = events.stream().map(Aged::move).toList();
        await(() -> events.stream().filter(Aged::isOld).allMatch(Aged::hasSnapshot));
        List<List<Long>> took =
                events.stream().<List<Long>>map(_ -> new ArrayList<>()).toList();
        for (int time = 0; time < TIMES; time++) {
            for (int event = 0; event < events.size(); event++) {
                took.get(event).add(events.get(event).move());
            }
        }
        tell(unspared, took.stream().map(nanos -> Latencies.of(nanos.stream())).toList());
    }

    private static void tell(List<Long> unspared, List<Latencies> took) {
        System.out.println("""

                | changes of the event | reschedule, ms | of the first | the one before a snapshot was there, ms |
                | ---: | ---: | ---: | ---: |""");
        for (int event = 0; event < CHANGES.size(); event++) {
            System.out.println("| %,d | %s | %.2f | %,.1f |"
                    .formatted(
                            CHANGES.get(event),
                            Table.times(took.get(event)),
                            took.get(event).millis(50) / took.getFirst().millis(50),
                            unspared.get(event) / 1e6));
        }
    }

    private Aged aged(int changes) {
        Aged event = new Aged(changes, door.schedule(NUMBER + changes));
        event.move();
        Rows.fill(2, changes - 1, (from, to) -> door.jdbc().update(FILL, from, to, event.id));
        return event;
    }

    private final class Aged {
        private final int changes;
        private final String id;
        private int times;

        Aged(int changes, String id) {
            this.changes = changes;
            this.id = id;
        }

        /** Answers how many nanoseconds it took. */
        long move() {
            int number = NUMBER + changes;
            Instant start = Slots.moved(number, ++times);
            long began = System.nanoTime();
            door.reschedule(id, number, start);
            return System.nanoTime() - began;
        }

        boolean isOld() {
            return changes >= SNAPSHOT_FROM;
        }

        boolean hasSnapshot() {
            return !door.jdbc().queryForList(SNAPSHOT, id).isEmpty();
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + PATIENCE);
            }
            Thread.sleep(Duration.ofMillis(50));
        }
    }
}
