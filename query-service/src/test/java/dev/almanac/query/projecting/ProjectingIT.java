package dev.almanac.query.projecting;

import static dev.almanac.query.support.LiveStream.stream;
import static dev.almanac.query.support.RealParts.KAFKA;
import static dev.almanac.query.support.RealParts.PATIENCE;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.moved;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.ScheduleConfirmed;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.support.LiveStream;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.test.StepVerifier;

/** Records that are unreadable, repeated, or come once more because one was lost. */
@OnRealParts
class ProjectingIT {
    private final String calendar = "cal-" + id();

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @BeforeEach
    void open() {
        feeder.store(calendar(calendar, "Hall " + calendar));
    }

    /** Only command-service knows what never came to its topic. */
    @Test
    void a_key_that_lacks_a_change_says_what_is_so_once_all_of_its_changes_were_told_once_more() {
        String mended = id();
        String whole = id();
        for (String id : List.of(mended, whole)) {
            EventScheduledOnCalendar talk = event(id, calendar, "Talk", "05T09:00", "05T10:00");
            feeder.store(talk);
            if (id.equals(mended)) {
                feeder.lose(moved(talk, "06T09:00", "06T10:00"));
            } else {
                feeder.store(moved(talk, "06T09:00", "06T10:00"));
            }
            feeder.store(new ScheduleConfirmed(id, "ana", null));
        }
        long before = feeder.store(event(id(), calendar, "Before", "07T09:00", "07T10:00"));
        api.get("/schedules/" + mended, before).jsonPath("$.startDateTime").isEqualTo("2026-03-05T09:00:00Z");
        assertThat(prometheus()).containsPattern("scheduling_projection_gaps_total\\{.*schedules.*} [1-9]");

        String after = id();
        StepVerifier.create(stream(api, "?calendarId=" + calendar).mapNotNull(LiveStream::subject))
                .then(() -> {
                    feeder.again("mended-" + mended, mended);
                    feeder.store(event(after, calendar, "After", "07T11:00", "07T12:00"));
                })
                .expectNext(after)
                .thenCancel()
                .verify(PATIENCE);

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(of("/schedules/" + mended, mended)).isEqualTo(of("/schedules/" + whole, whole)));
        assertThat(of("/schedules/" + mended + "/history", mended))
                .isEqualTo(of("/schedules/" + whole + "/history", whole));
        api.get("/calendars/" + calendar + "/daily?date=2026-03-06")
                .jsonPath("$.events.length()")
                .isEqualTo(2);
        assertThat(prometheus()).containsPattern("scheduling_projection_republications_total\\{.*schedules.*} [1-9]");
    }

    @Test
    void sets_aside_what_cannot_be_read_and_goes_on() {
        feeder.raw(Topic.SCHEDULES_V1, calendar, "{".getBytes(UTF_8));
        long position = feeder.store(event(id(), calendar, "After it", "03T09:00", "03T10:00"));

        api.get("/calendars/" + calendar + "/weekly?date=2026-03-03", position)
                .jsonPath("$.events[0].title")
                .isEqualTo("After it");
        try (KafkaConsumer<byte[], byte[]> letters = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        KAFKA.bootstrapServers(),
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            letters.subscribe(List.of(Topic.SCHEDULES.deadLetterName()));
            await().atMost(PATIENCE)
                    .until(() -> !letters.poll(Duration.ofMillis(200)).isEmpty());
        }
    }

    @Test
    void does_not_apply_what_the_publisher_repeats() {
        EventScheduledOnCalendar talk = event(id(), calendar, "Talk", "03T09:00", "03T10:00");
        long scheduled = feeder.store(talk);
        feeder.store(moved(talk, "04T09:00", "04T10:00"));
        feeder.repeat(talk, scheduled);
        long position = feeder.store(event(id(), calendar, "Later", "20T09:00", "20T10:00"));

        api.get("/calendars/" + calendar + "/weekly?date=2026-03-03", position);
        await().during(Duration.ofMillis(300))
                .atMost(PATIENCE)
                .untilAsserted(() -> api.get("/schedules/" + talk.scheduleId())
                        .jsonPath("$.startDateTime")
                        .isEqualTo("2026-03-04T09:00:00Z"));
    }

    /** What it answers, apart from which of the two events it is about. */
    private String of(String path, String id) {
        return new String(requireNonNull(api.get(path).returnResult().getResponseBody()), UTF_8)
                .replace(id, "id")
                .replaceAll("2026-02-01T[0-9:]+Z", "when")
                .replaceAll("\"position\":\\d+", "position");
    }

    private String prometheus() {
        return requireNonNull(api.anonymous()
                .http()
                .get()
                .uri(api.at("/actuator/prometheus"))
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
