package dev.almanac.expansion.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Planned PLANNED =
            new Planned("r@20260301T120000", LocalDateTime.parse("2026-03-01T12:00:00"), NOON);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Accounts accounts = new Accounts();

    @BeforeEach
    void listen() {
        Metrics.addRegistry(registry);
    }

    @AfterEach
    void stopListening() {
        accounts.close();
        Metrics.removeRegistry(registry);
    }

    @Test
    void what_is_lost_shows_until_its_rules_are_handed_over() {
        double before = gauge("unaccounted");
        accounts.replace(null, book(new Tally(3, 1, 0, 0, 1)));
        assertThat(gauge("unaccounted")).isEqualTo(before);

        accounts.replace(book(new Tally(3, 1, 0, 0, 1)), book(new Tally(5, 1, 0, 0, 1)));
        assertThat(gauge("unaccounted")).isEqualTo(before + 2);
        accounts.close();
        assertThat(gauge("unaccounted")).isEqualTo(before);
    }

    private double gauge(String state) {
        return registry.get("scheduling.rule.runs").tag("state", state).gauge().value();
    }

    /** With one run that is going on. */
    private static RunBook book(Tally tally) {
        OpenRun run = new OpenRun(PLANNED, 1, OpenRun.Phase.RUNNING, NOON);
        return new RunBook(NOON, LocalDate.EPOCH, List.of(), List.of(run), List.of(), List.of(), tally);
    }
}
