package dev.almanac.expansion.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.occurrence.OccurrenceChange.ReminderDue;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import dev.almanac.recurrence.Pattern;
import dev.almanac.recurrence.Recurrence;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemindersTest {
    private static final Recurrence FOUR_DAYS = new Pattern(Pattern.Type.DAILY, 1, List.of(), null, null, 4);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Duration DAY = Duration.ofHours(24);

    /** Two days before New York's clocks go forward: 09:00 there is 14:00Z first, and 13:00Z from the third day on. */
    private static final Instant START = Instant.parse("2026-03-06T14:00:00Z");

    private static final Instant BOOKED = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    private TopologyTestDriver driver;
    private TestInputTopic<String, Recorded<Change>> schedules;
    private TestOutputTopic<String, Recorded<OccurrenceChange>> occurrences;
    private Instant now = BOOKED;
    private long version = -1;

    @BeforeEach
    void open() {
        StreamsBuilder builder = new StreamsBuilder();
        EventTopology.addTo(builder);
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "expansion");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        driver = new TopologyTestDriver(builder.build(), properties, now);
        schedules = driver.createInputTopic(
                Topic.SCHEDULES_V1, Serdes.String().serializer(), new ChangeSerde<>(Change.class));
        occurrences = driver.createOutputTopic(
                Topic.OCCURRENCES_V1, Serdes.String().deserializer(), new ChangeSerde<>(OccurrenceChange.class));
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void an_event_is_reminded_of_when_its_time_has_come_and_once() {
        tell(booked(null, HALF_AN_HOUR));
        assertThat(reminders(START.minus(HALF_AN_HOUR).minusSeconds(1))).isEmpty();
        assertThat(reminders(START.minus(HALF_AN_HOUR)))
                .containsExactly(new ReminderDue(
                        "s", "s", "c", START, START.plusSeconds(3600), HALF_AN_HOUR, "America/New_York"));
        assertThat(reminders(START.plus(DAY))).isEmpty();
    }

    @Test
    void several_reminders_of_an_event_come_each_at_its_time() {
        tell(booked(null, Duration.ZERO, HALF_AN_HOUR, DAY));
        assertThat(reminders(START.minus(DAY))).extracting(ReminderDue::before).containsExactly(DAY);
        assertThat(reminders(START.minus(HALF_AN_HOUR)))
                .extracting(ReminderDue::before)
                .containsExactly(HALF_AN_HOUR);
        assertThat(reminders(START)).extracting(ReminderDue::before).containsExactly(Duration.ZERO);
    }

    @Test
    void each_occurrence_is_reminded_of_also_right_after_the_clocks_change() {
        tell(booked(FOUR_DAYS, DAY));
        assertThat(reminders(at("05T14:00")))
                .extracting(ReminderDue::scheduledEventId)
                .containsExactly(first());
        assertThat(reminders(at("06T14:00")))
                .extracting(ReminderDue::startDateTime)
                .containsExactly(at("07T14:00"));
        assertThat(reminders(at("07T12:59"))).isEmpty();
        // 24 hours before 09:00 it is 08:00.
        assertThat(reminders(at("07T13:00")))
                .extracting(ReminderDue::startDateTime)
                .containsExactly(at("08T13:00"));
        assertThat(reminders(at("08T13:00")))
                .extracting(ReminderDue::startDateTime)
                .containsExactly(at("09T13:00"));
        assertThat(reminders(at("20T00:00"))).isEmpty();
    }

    @Test
    void an_occurrence_may_have_reminders_of_its_own() {
        tell(booked(FOUR_DAYS, HALF_AN_HOUR));
        tell(occurrenceAt("07T14:00", details(Duration.ofHours(2))));
        assertThat(reminders(at("06T13:30"))).hasSize(1);
        assertThat(reminders(at("07T12:00"))).extracting(ReminderDue::before).containsExactly(Duration.ofHours(2));
        assertThat(reminders(at("07T13:59"))).isEmpty();
    }

    @Test
    void what_is_moved_later_is_reminded_of_before_its_new_start_though_it_was_before() {
        tell(booked(FOUR_DAYS, HALF_AN_HOUR));
        reminders(at("06T13:30"));
        assertThat(reminders(at("07T13:30"))).hasSize(1);
        tell(occurrenceAt("07T17:00", null));
        assertThat(reminders(at("07T16:29"))).isEmpty();
        assertThat(reminders(at("07T16:30")))
                .singleElement()
                .returns("s@20260307T090000", ReminderDue::scheduledEventId)
                .returns(at("07T17:00"), ReminderDue::startDateTime);
    }

    @Test
    void what_is_moved_earlier_after_its_reminder_has_had_it() {
        tell(booked(null, HALF_AN_HOUR));
        assertThat(reminders(START.minus(HALF_AN_HOUR))).hasSize(1);
        tell(moved(START.minus(Duration.ofMinutes(10))));
        assertThat(reminders(START.plus(DAY))).isEmpty();
    }

    @Test
    void what_is_moved_earlier_before_its_reminder_has_it_then_and_late_if_that_is_over() {
        tell(booked(null, HALF_AN_HOUR));
        tell(moved(at("05T14:00")));
        assertThat(reminders(at("05T13:29"))).isEmpty();
        tell(moved(at("05T13:40")));
        assertThat(reminders(now.plusSeconds(1)))
                .extracting(ReminderDue::startDateTime)
                .containsExactly(at("05T13:40"));
    }

    @Test
    void nobody_is_reminded_of_what_does_not_take_place() {
        tell(booked(FOUR_DAYS, HALF_AN_HOUR));
        tell(new OccurrenceCancelled("s", first(), null, "ana"));
        assertThat(reminders(at("07T13:00"))).isEmpty();
        tell(new EventRemovedFromCalendar("s", "c", "ana", null));
        assertThat(reminders(at("20T00:00"))).isEmpty();
    }

    @Test
    void what_comes_back_is_reminded_of_once_and_late_if_it_was_away_at_the_time() {
        tell(booked(null, HALF_AN_HOUR, DAY));
        assertThat(reminders(START.minus(DAY))).hasSize(1);
        tell(new EventRemovedFromCalendar("s", "c", "ana", null, true));
        assertThat(reminders(START.minus(Duration.ofMinutes(20)))).isEmpty();
        tell(booked(null, HALF_AN_HOUR, DAY));
        assertThat(reminders(START.minus(Duration.ofMinutes(19))))
                .extracting(ReminderDue::before)
                .containsExactly(HALF_AN_HOUR);
    }

    @Test
    void a_reminder_whose_time_had_passed_when_the_event_was_booked_is_not_told() {
        now = START.minus(Duration.ofHours(1));
        close();
        open();
        tell(booked(null, HALF_AN_HOUR, DAY));
        assertThat(reminders(START.minus(HALF_AN_HOUR)))
                .extracting(ReminderDue::before)
                .containsExactly(HALF_AN_HOUR);
    }

    @Test
    void reminders_that_are_set_later_are_told_and_those_taken_away_are_not() {
        tell(booked(null, DAY));
        tell(new EventUpdated("s", booking(null), details(HALF_AN_HOUR)));
        assertThat(reminders(START.minus(HALF_AN_HOUR)))
                .extracting(ReminderDue::before)
                .containsExactly(HALF_AN_HOUR);
    }

    @Test
    void after_a_restart_nothing_is_told_twice_and_what_has_not_started_is_told_late() {
        tell(booked(FOUR_DAYS, HALF_AN_HOUR));
        assertThat(reminders(at("06T13:30"))).hasSize(1);
        restart(at("06T13:31"));
        assertThat(reminders(at("06T13:40"))).isEmpty();
        restart(at("08T12:50"));
        assertThat(reminders(at("08T12:51")))
                .as("yesterday's is over")
                .extracting(ReminderDue::startDateTime)
                .containsExactly(at("08T13:00"));
        assertThat(reminders(at("08T12:59"))).isEmpty();
    }

    @Test
    void what_people_said_while_it_was_down_is_heard_before_the_clock_decides() {
        tell(booked(null, HALF_AN_HOUR));
        restart(START.minus(Duration.ofMinutes(10)));
        tell(new EventRemovedFromCalendar("s", "c", "ana", null));
        assertThat(reminders(START)).isEmpty();
    }

    @Test
    void reminders_go_on_in_the_sequence_of_the_series_and_say_that_the_clock_led_to_them() {
        tell(booked(FOUR_DAYS, HALF_AN_HOUR));
        clock(at("06T13:30"));
        tell(new EventRemovedFromCalendar("s", "c", "ana", null));
        List<ChangeMetadata> told =
                occurrences.readValuesToList().stream().map(Recorded::metadata).toList();
        assertThat(told).extracting(ChangeMetadata::sequence).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(told.get(4))
                .returns(40L, ChangeMetadata::position)
                .returns("rule-expander", ChangeMetadata::actor)
                .returns(at("06T13:30"), ChangeMetadata::time);
    }

    /** More than one tick takes. */
    @Test
    void of_many_that_are_due_at_once_none_is_lost_and_none_told_twice() {
        tell(booked(null, HALF_AN_HOUR));
        List<String> ids = IntStream.range(0, 1_200).mapToObj(i -> "s" + i).toList();
        ids.forEach(this::another);
        ids = Stream.concat(ids.stream(), Stream.of("s")).toList();
        List<String> told = new ArrayList<>();
        clock(START.minus(HALF_AN_HOUR));
        for (int i = 0; i < 3; i++) {
            driver.advanceWallClockTime(Duration.ofMillis(10));
        }
        told.addAll(heard().map(ReminderDue::seriesId).toList());
        assertThat(told).containsExactlyInAnyOrderElementsOf(ids);
        driver.advanceWallClockTime(DAY);
        assertThat(heard()).isEmpty();
    }

    /** In March. */
    private static Instant at(String time) {
        return Instant.parse("2026-03-" + time + ":00Z");
    }

    private static String first() {
        return "s@20260306T090000";
    }

    private static ScheduleChange booked(@Nullable Recurrence recurrence, Duration... before) {
        return booked("s", recurrence, before);
    }

    private static ScheduleChange booked(String id, @Nullable Recurrence recurrence, Duration... before) {
        return new EventScheduledOnCalendar(id, booking(recurrence), details(before), ScheduleStatus.SCHEDULED, "ana");
    }

    private static Booking booking(@Nullable Recurrence recurrence) {
        return new Booking("c", START, START.plus(Duration.ofHours(1)), "America/New_York", recurrence);
    }

    private static EventDetails details(Duration... before) {
        return new EventDetails(null, "Standup", null, null, null, 0, List.of(), List.of(), false)
                .reminding(List.of(before));
    }

    private static ScheduleChange moved(Instant start) {
        return new EventRescheduled(
                "s",
                START,
                START.plusSeconds(3600),
                start,
                start.plusSeconds(3600),
                "America/New_York",
                null,
                false,
                "ana");
    }

    private static ScheduleChange occurrenceAt(String start, @Nullable EventDetails own) {
        return new OccurrenceRescheduled(
                "s", "s@20260307T090000", at(start), at(start).plusSeconds(3600), own, null, "ana");
    }

    private void tell(ScheduleChange change) {
        version++;
        ChangeMetadata metadata =
                new ChangeMetadata("s#" + version, "test", now, version, 40 + version, "ana", "request", "command");
        schedules.pipeInput("s", Recorded.<Change>of(change, metadata));
    }

    /** What is told when the clock shows this. */
    private List<ReminderDue> reminders(Instant instant) {
        clock(instant);
        return heard().toList();
    }

    private void clock(Instant instant) {
        driver.advanceWallClockTime(Duration.between(now, instant));
        now = instant;
    }

    private Stream<ReminderDue> heard() {
        return occurrences.readValuesToList().stream()
                .map(Recorded::change)
                .filter(ReminderDue.class::isInstance)
                .map(ReminderDue.class::cast);
    }

    /** One more event like the first; told one by one they would take long here. */
    private void another(String id) {
        KeyValueStore<String, SeriesState> states = driver.getKeyValueStore(EventExpander.STORE);
        SeriesState one = states.get("s");
        EventDefinition first = Objects.requireNonNull(one.definition());
        EventDefinition copy = new EventDefinition(id, first.booking(), first.details(), Map.of());
        states.put(
                id,
                new SeriesState(
                        one.version(), one.sequence(), copy, null, one.position(), one.reminded(), one.nextReminder()));
        new ReminderTimers(driver.getKeyValueStore(ReminderTimers.STORE))
                .set(id, Objects.requireNonNull(one.nextReminder()));
    }

    /** Only the stores survive; the clock has gone on. */
    private void restart(Instant instant) {
        List<KeyValue<String, SeriesState>> states = all(EventExpander.STORE);
        List<KeyValue<String, String>> timers = all(ReminderTimers.STORE);
        close();
        now = instant;
        open();
        driver.<String, SeriesState>getKeyValueStore(EventExpander.STORE).putAll(states);
        driver.<String, String>getKeyValueStore(ReminderTimers.STORE).putAll(timers);
    }

    private <V> List<KeyValue<String, V>> all(String store) {
        List<KeyValue<String, V>> all = new ArrayList<>();
        try (KeyValueIterator<String, V> entries =
                driver.<String, V>getKeyValueStore(store).all()) {
            entries.forEachRemaining(all::add);
        }
        return all;
    }
}
