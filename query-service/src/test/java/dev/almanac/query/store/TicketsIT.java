package dev.almanac.query.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What one instance issued another lets in, once and in time. */
class TicketsIT {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Ticket ANA = new Ticket(
            "ana", Set.of("customer", "staff"), NOW.plus(Duration.ofMinutes(1)), NOW.plus(Duration.ofHours(1)));
    private final MongoServer server = new MongoServer(H2Backend.inMemory());
    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void start() {
        client = MongoClients.create("mongodb://localhost:" + server.bind().getPort());
        database = client.getDatabase("tickets");
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void another_instance_lets_its_holder_in_as_whoever_asked_and_only_once() {
        String shown = Objects.requireNonNull(at(NOW).issue(ANA).block());
        assertThat(at(NOW).redeem(shown).block()).isEqualTo(ANA);
        assertThat(at(NOW).redeem(shown).block()).isNull();
        assertThat(at(NOW).redeem("made-up").block()).isNull();
    }

    @Test
    void is_over_at_its_end_and_gone_when_the_next_is_issued() {
        String shown = Objects.requireNonNull(at(NOW).issue(ANA).block());
        Tickets later = at(ANA.till());
        assertThat(later.redeem(shown).block()).isNull();
        later.issue(new Ticket(
                        "bob", Set.of(), ANA.till().plusSeconds(1), ANA.till().plusSeconds(1)))
                .block();
        assertThat(stored()).containsOnlyOnce("bob").doesNotContain("ana");
    }

    @Test
    void the_store_does_not_know_what_its_holder_shows() {
        String shown = Objects.requireNonNull(at(NOW).issue(ANA).block());
        assertThat(stored()).contains("ana").doesNotContain(shown);
    }

    private String stored() {
        return String.valueOf(Flux.from(database.getCollection("stream_tickets").find())
                .collectList()
                .block());
    }

    private Tickets at(Instant now) {
        return new Tickets(database, Clock.fixed(now, ZoneOffset.UTC));
    }
}
