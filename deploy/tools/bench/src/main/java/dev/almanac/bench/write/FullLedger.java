package dev.almanac.bench.write;

import dev.almanac.bench.suite.Latencies;
import dev.almanac.events.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What booking costs on calendars that hold few and very many claims. */
record FullLedger(InProcess door) {
    private static final List<Integer> CLAIMS = List.of(100, 10_000, 1_000_000);
    private static final int TIMES = 400;
    /** Bookings spread over a day in the middle of the claims, of which four hold at any time. */
    private static final Instant NOON = Instant.parse("2039-12-31T12:00:00Z");

    private static final int MINUTES = 24 * 60;
    private static final String FILL = """
            insert into slot_claim (claim_id, calendar_id, schedule_id, title, span, starts_at, ends_at)
            select id, ?, id, 'Filling', 0, start, start + interval '1 hour'
            from (select ? || '-' || n as id, timestamptz '2040-01-01 00:00Z' + (n - ? / 2) * interval '15 minutes' as start
                  from generate_series(?, ?) n) filling""";

    void print() {
        List<Filled> calendars = CLAIMS.stream().map(this::filled).toList();
        door.jdbc().execute("analyze slot_claim");
        for (int i = 0; i < TIMES; i++) {
            for (Filled calendar : calendars) {
                calendar.took().add(nanos(calendar.id(), i));
            }
        }
        System.out.println("""

                | claims in the calendar | schedule, ms | of the first |
                | ---: | ---: | ---: |""");
        double first = calendars.getFirst().median();
        calendars.forEach(calendar -> System.out.println("| %,d | %s | %.2f |"
                .formatted(calendar.claims(), Table.times(calendar.latencies()), calendar.median() / first)));
    }

    private record Filled(int claims, String id, List<Long> took) {
        Latencies latencies() {
            return Latencies.of(took.stream());
        }

        double median() {
            return latencies().millis(50);
        }
    }

    private Filled filled(int claims) {
        String id = "calendar-of-" + claims;
        door.create(id);
        Rows.fill(1, claims, (from, to) -> door.jdbc().update(FILL, id, id, claims, from, to));
        return new Filled(claims, id, new ArrayList<>());
    }

    private long nanos(String calendarId, int number) {
        Instant start = NOON.plus(Duration.ofMinutes(37L * number % MINUTES));
        long began = System.nanoTime();
        door.schedule(calendarId, number, new TimeSlot(start, start.plus(Slots.LENGTH)));
        return System.nanoTime() - began;
    }
}
