package dev.almanac.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.command.KafkaLog;
import dev.almanac.command.RealParts;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictCleared;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import dev.almanac.testing.Api;
import dev.almanac.testing.FixedClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Who waits for PostgreSQL: virtual threads, and no thread on which others wait. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({FixedClock.class, ThreadsIT.Watched.class})
class ThreadsIT {
    private static final Instant MORNING = Instant.parse("2026-03-09T09:00:00Z");
    private static final String STARTS_THE_SERVICE = "main";
    private static final Set<String> VIRTUAL = ConcurrentHashMap.newKeySet();
    private static final Set<String> OTHERS = ConcurrentHashMap.newKeySet();

    @LocalServerPort
    private int port;

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    private Api api;

    @BeforeEach
    void connect() {
        api = new Api(port, RealParts.token("ana", "manager"));
    }

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry properties) {
        RealParts.register(properties);
    }

    @TestConfiguration
    static class Watched {

        @Bean
        static BeanPostProcessor watch() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource pool ? new WatchedPool(pool) : bean;
                }
            };
        }
    }

    private static final class WatchedPool extends DelegatingDataSource {
        private WatchedPool(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Thread thread = Thread.currentThread();
            if (!thread.getName().equals(STARTS_THE_SERVICE)) {
                (thread.isVirtual() ? VIRTUAL : OTHERS).add(thread.toString());
            }
            return super.getConnection();
        }
    }

    @Test
    void whoever_waits_for_the_store_waits_on_a_virtual_thread() {
        String event = bookedMovedAndRemoved();
        refusedAndImported();
        conflictTold();
        readinessAsked();

        assertThat(KafkaLog.records(Topic.SCHEDULES.topicName(), event, 4)).hasSize(4);
        assertThat(VIRTUAL).isNotEmpty();
        assertThat(OTHERS).isEmpty();
    }

    private String bookedMovedAndRemoved() {
        String calendar = api.created("/calendars", Api.calendar("Hall", 1));
        api.share(calendar, "bob", "EDIT");
        String event = api.created("/schedules", Api.event(calendar, "Talk", MORNING, 60));
        api.post("/schedules/" + event + "/reschedule", Map.of("newStartDateTime", later(1)), "\"0\"")
                .expectStatus()
                .isOk();
        var move = Map.of("scheduleId", event, "newStartDateTime", later(2));
        api.post("/schedules/bulk-reschedule", Map.of("items", List.of(move)))
                .expectStatus()
                .isOk();
        new Api(port, RealParts.token("bob", "staff"))
                .delete("/schedules/" + event)
                .expectStatus()
                .isOk();
        return event;
    }

    private void refusedAndImported() {
        String calendar = api.created("/calendars", Api.calendar("Room", 1));
        Map<String, Object> talk = Api.event(calendar, "Talk", MORNING, 60);
        var rehearsed = Map.of("method", "POST", "path", "/schedules", "body", talk);
        api.post("/rehearsals", Map.of("commands", List.of(rehearsed)))
                .expectStatus()
                .isOk();
        api.created("/schedules", talk);
        api.post("/schedules", talk).expectStatus().isEqualTo(409);
        api.http()
                .post()
                .uri("/calendars/" + calendar + "/import")
                .contentType(new MediaType("text", "calendar"))
                .bodyValue("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private void conflictTold() {
        String conflict = UUID.randomUUID().toString();
        var told = new ScheduleConflictCleared(conflict, "one", "other", null, "hall", MORNING, null);
        var metadata = new ChangeMetadata(conflict, "urn:scheduling:conflict-detector", MORNING, 0, 0, "it", "c", "c");
        RecordHeaders headers = new RecordHeaders();
        byte[] value = new ChangeSerde<>(ConflictChange.class)
                .serialize(Topic.CONFLICTS_V1, headers, Recorded.of(told, metadata));
        kafka.send(new ProducerRecord<>(Topic.CONFLICTS_V1, null, conflict, value, headers))
                .join();
        await().until(() ->
                Stream.concat(VIRTUAL.stream(), OTHERS.stream()).anyMatch(thread -> thread.contains("changes-")));
    }

    private void readinessAsked() {
        api.http()
                .get()
                .uri("http://localhost:" + port + "/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static String later(int hours) {
        return MORNING.plusSeconds(3600L * hours).toString();
    }
}
