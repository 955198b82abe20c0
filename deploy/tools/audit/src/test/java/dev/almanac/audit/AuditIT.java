package dev.almanac.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.Republication;
import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarChange.OverbookingAllowedByOverride;
import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.calendar.OwnerType;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.Rrule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** What was planted on a real broker is found, and what is in order is not complained of. */
class AuditIT {
    private static final Instant MAY = Instant.parse("2026-05-04T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-05-01T09:00:00Z");
    private final ChangeSerde<Change> serde = new ChangeSerde<>(Change.class);
    private EmbeddedKafkaKraftBroker broker;
    private KafkaProducer<String, byte[]> producer;
    private long position;

    @BeforeEach
    void start() {
        broker = new EmbeddedKafkaKraftBroker(1, Topic.PARTITIONS);
        broker.afterPropertiesSet();
        broker.addTopics(List.of(Topic.CALENDARS, Topic.SCHEDULES, Topic.RESOURCES).stream()
                .map(topic -> new NewTopic(topic.topicName(), Topic.PARTITIONS, (short) 1))
                .toArray(NewTopic[]::new));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.getBrokersAsString()),
                new StringSerializer(),
                new ByteArraySerializer());
        send(0, "open", new CalendarCreated("hall", profile()));
    }

    @AfterEach
    void stop() {
        producer.close();
        broker.destroy();
    }

    @Test
    void what_is_in_order_is_not_complained_of() {
        send(0, "c1", event("talk", MAY, null));
        send(0, "c2", event("tea", MAY.plusSeconds(3600), null));
        // Two that change places, in one command.
        send(1, "c3", moved("talk", MAY.plusSeconds(3600)));
        send(1, "c3", moved("tea", MAY));
        // A publisher that was killed repeats what it had sent.
        send(3, 0, "c2", event("tea", MAY.plusSeconds(3600), null));
        // A series that leaves out the day that is taken.
        send(0, "c4", event("daily", MAY.minusSeconds(86_400), new Rrule("FREQ=DAILY;COUNT=3")));
        send(1, "c4", new OccurrenceCancelled("daily", "daily@20260504T110000", "full", "ana"));
        send(0, "c5", event("late", MAY, null));
        send(1, "c5", new OverbookingAllowedByOverride("hall", "late", "ana", "fire drill", NOW));

        Report report = Audit.of(broker.getBrokersAsString());
        assertThat(report.violations()).isEmpty();
        assertThat(report.isClean()).isTrue();
        assertThat(report.overridden()).isEqualTo(1);
    }

    @Test
    void an_overbooking_is_found_a_series_too() {
        send(0, "c1", event("talk", MAY, null));
        send(0, "c2", event("tea", MAY.plusSeconds(1800), null));
        send(0, "c3", event("daily", MAY.minusSeconds(86_400), new Rrule("FREQ=DAILY;COUNT=2")));

        assertThat(Audit.of(broker.getBrokersAsString()).violations())
                .anyMatch(violation -> violation.startsWith("OVERBOOKED hall") && violation.contains("tea makes it 2"))
                .anyMatch(violation -> violation.contains("daily@20260504"));
    }

    @Test
    void a_gap_is_found() {
        send(0, "c1", event("talk", MAY, null));
        send(2, "c2", moved("talk", MAY.plusSeconds(3600)));

        assertThat(Audit.of(broker.getBrokersAsString()).violations())
                .singleElement()
                .asString()
                .startsWith("GAP scheduling.schedules.v1/talk")
                .endsWith("sequence 2 after 0");
    }

    @Test
    void a_gap_is_mended_where_all_changes_of_its_key_are_told_once_more() {
        send(0, "c1", event("talk", MAY, null));
        position++;
        send(2, "c3", moved("talk", MAY.plusSeconds(7200)));
        again(2, 0, 3, "c1", event("talk", MAY, null));
        again(3, 1, 3, "c2", moved("talk", MAY.plusSeconds(3600)));
        assertThat(Audit.of(broker.getBrokersAsString()).violations())
                .singleElement()
                .asString()
                .startsWith("GAP");

        again(4, 2, 3, "c3", moved("talk", MAY.plusSeconds(7200)));
        send(3, "c4", moved("talk", MAY.plusSeconds(9000)));
        assertThat(Audit.of(broker.getBrokersAsString()).violations()).isEmpty();
    }

    @Test
    void a_sequence_that_is_two_changes_is_found() {
        send(0, "c1", event("talk", MAY, null));
        send(0, "c2", event("talk", MAY.plusSeconds(3600), null));

        Report report = Audit.of(broker.getBrokersAsString());
        assertThat(report.violations()).singleElement().asString().startsWith("DUPLICATE scheduling.schedules.v1/talk");
        assertThat(report.text()).contains("1 violations in the streams, 0 in the claims");
    }

    private void send(long sequence, String command, Change change) {
        position++;
        send(position, sequence, command, change);
    }

    private void again(long at, long sequence, long count, String command, Change change) {
        send(at, sequence, command, change, new Republication("mended", sequence, count));
    }

    private void send(long at, long sequence, String command, Change change) {
        send(at, sequence, command, change, null);
    }

    private void send(long at, long sequence, String command, Change change, @Nullable Republication republication) {
        ChangeMetadata metadata =
                new ChangeMetadata(change.subject() + "-" + at, "/test", NOW, sequence, at, "ana", "request", command);
        RecordHeaders headers = new RecordHeaders();
        String topic = Topic.of(change).topicName();
        byte[] value =
                serde.serialize(topic, headers, Recorded.of(change, metadata).in(republication));
        try {
            producer.send(new ProducerRecord<>(topic, null, change.subject(), value, headers))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CalendarProfile profile() {
        return new CalendarProfile("Hall", null, CalendarType.VENUE, "ana", OwnerType.VENUE, "Europe/Berlin", 1, false);
    }

    private static EventScheduledOnCalendar event(String id, Instant start, @Nullable Recurrence recurrence) {
        Booking booking = new Booking("hall", start, start.plusSeconds(3600), "Europe/Berlin", recurrence);
        EventDetails details = new EventDetails(null, id, null, null, null, 5, List.of(), List.of(), false);
        return new EventScheduledOnCalendar(id, booking, details, ScheduleStatus.SCHEDULED, "ana");
    }

    private static EventRescheduled moved(String id, Instant to) {
        return new EventRescheduled(
                id, MAY, MAY.plusSeconds(3600), to, to.plusSeconds(3600), "Europe/Berlin", null, false, "ana");
    }
}
