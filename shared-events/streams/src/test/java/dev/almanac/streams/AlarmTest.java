package dev.almanac.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A processor that is told what to wait for, by the clock of a stream that stands where it is put. */
class AlarmTest {
    private static final Instant START = Instant.parse("2030-06-03T12:00:00Z");
    private final List<Duration> rings = new ArrayList<>();
    private Instant due = Instant.MAX;
    private boolean failing;
    private @Nullable Alarm alarm;
    private final TopologyTestDriver driver = driver();
    private final TestInputTopic<String, String> told =
            driver.createInputTopic("told", new StringSerializer(), new StringSerializer());

    @AfterEach
    void end() {
        driver.close();
    }

    @Test
    void rings_when_something_is_due_and_not_before() {
        waitFor(START.plusSeconds(5));
        after(Duration.ofMillis(4_999));
        assertThat(rings).isEmpty();

        after(Duration.ofMillis(1));
        assertThat(rings).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void what_is_due_sooner_does_not_wait_for_what_is_due_later() {
        waitFor(START.plusSeconds(5));
        waitFor(START.plusSeconds(2));
        after(Duration.ofSeconds(2));
        after(Duration.ofSeconds(3));

        assertThat(rings).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void what_is_due_already_is_gathered_for_a_moment() {
        waitFor(START.minusSeconds(1));
        after(Duration.ofMillis(9));
        waitFor(START.minusSeconds(2));
        after(Duration.ofMillis(1));

        assertThat(rings).containsExactly(Duration.ofMillis(10));
    }

    @Test
    void what_is_due_within_less_than_the_clock_shows_is_due_at_its_next_step() {
        waitFor(START.plusNanos(400_000));
        after(Duration.ofMillis(1));

        assertThat(rings).containsExactly(Duration.ofMillis(1));
    }

    @Test
    void the_clock_is_looked_at_now_and_then_though_nothing_is_due() {
        for (int second = 0; second < 60; second++) {
            after(Duration.ofSeconds(1));
        }

        assertThat(rings).hasSize(4);
    }

    @Test
    void what_fails_is_tried_again() {
        waitFor(START.plusSeconds(1));
        failing = true;
        assertThatThrownBy(() -> after(Duration.ofSeconds(1))).hasRootCauseMessage("not yet");

        failing = false;
        after(Duration.ofMillis(10));
        assertThat(rings).containsExactly(Duration.ofMillis(1_010));
    }

    @Test
    void what_is_over_does_not_ring() {
        waitFor(START.plusSeconds(1));
        Objects.requireNonNull(alarm).cancel();
        after(Duration.ofMinutes(1));

        assertThat(rings).isEmpty();
    }

    private void waitFor(Instant instant) {
        told.pipeInput(instant.toString());
    }

    private void after(Duration time) {
        driver.advanceWallClockTime(time);
    }

    private TopologyTestDriver driver() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        properties.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        Topology topology = new Topology();
        topology.addSource("source", "told").addProcessor("waiting", Waiting::new, "source");
        return new TopologyTestDriver(topology, properties, START);
    }

    /** What it waits for is over once it has rung for it. */
    private final class Waiting extends ContextualProcessor<String, String, String, String> {
        @Override
        public void init(ProcessorContext<String, String> context) {
            super.init(context);
            alarm = new Alarm(context, () -> ring(context), () -> due);
            alarm.set();
        }

        @Override
        public void process(Record<String, String> record) {
            due = Instant.parse(record.value());
            if (alarm != null) {
                alarm.set();
            }
        }

        private void ring(ProcessorContext<String, String> context) {
            if (failing) {
                throw new IllegalStateException("not yet");
            }
            Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
            rings.add(Duration.between(START, now));
            due = due.isAfter(now) ? due : Instant.MAX;
        }
    }
}
