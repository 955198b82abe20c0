package dev.almanac.expansion.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.Republication;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesWithdrawn;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.resource.ResourceRole;
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
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import dev.almanac.expansion.event.EventDefinition.ExceptionRow;
import dev.almanac.recurrence.Pattern;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.streams.DeadLetters;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventTopologyTest {
    private static final Recurrence FOUR_DAYS = new Pattern(Pattern.Type.DAILY, 1, List.of(), null, null, 4);
    private static final Recurrence TWO_DAYS = new Pattern(Pattern.Type.DAILY, 1, List.of(), null, null, 2);
    private static final Recurrence THREE_DAYS = new Pattern(Pattern.Type.DAILY, 1, List.of(), null, null, 3);

    /** Two days before New York's clocks go forward: 09:00 there is 14:00Z first, and 13:00Z from the third day on. */
    private static final Instant START = Instant.parse("2026-03-06T14:00:00Z");

    @TempDir
    private Path folder;

    private TopologyTestDriver driver;
    private TestInputTopic<String, Recorded<Change>> schedules;
    private TestOutputTopic<String, Recorded<OccurrenceChange>> occurrences;

    @BeforeEach
    void open() {
        StreamsBuilder builder = new StreamsBuilder();
        EventTopology.addTo(builder);
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "expansion");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        driver = new TopologyTestDriver(builder.build(), properties);
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
    void a_daily_series_keeps_its_wall_clock_time_when_the_clocks_change() {
        tell(0, scheduled(FOUR_DAYS));
        List<MaterialisedOccurrence> days = published().stream()
                .map(OccurrencesMaterialised.class::cast)
                .flatMap(day -> day.occurrences().stream())
                .toList();
        assertThat(days)
                .extracting(MaterialisedOccurrence::startDateTime)
                .containsExactly(
                        START,
                        Instant.parse("2026-03-07T14:00:00Z"),
                        Instant.parse("2026-03-08T13:00:00Z"),
                        Instant.parse("2026-03-09T13:00:00Z"));
        assertThat(days)
                .extracting(MaterialisedOccurrence::occurrenceId)
                .startsWith("s@20260306T090000", "s@20260307T090000");
    }

    @Test
    void a_changed_series_tells_only_the_difference() {
        tell(0, scheduled(FOUR_DAYS));
        published();
        tell(1, new EventUpdated("s", booking(THREE_DAYS), details("Standup")));
        assertThat(published())
                .singleElement()
                .satisfies(change -> assertThat(((OccurrencesWithdrawn) change).occurrenceIds())
                        .containsExactly("s@20260309T090000"));

        tell(2, new EventUpdated("s", booking(THREE_DAYS), details("Another title")));
        assertThat(published()).isEmpty();
    }

    @Test
    void exceptions_move_and_cancel_single_occurrences_under_their_old_ids() {
        tell(0, scheduled(FOUR_DAYS));
        published();
        Instant noon = Instant.parse("2026-03-07T17:00:00Z");
        tell(1, new OccurrenceRescheduled("s", "s@20260307T090000", noon, noon.plusSeconds(3600), null, null, "ana"));
        assertThat(published())
                .singleElement()
                .satisfies(change -> assertThat(
                                ((OccurrencesMaterialised) change).occurrences().getFirst())
                        .returns(noon, MaterialisedOccurrence::startDateTime)
                        .returns("s@20260307T090000", MaterialisedOccurrence::occurrenceId)
                        .returns(true, MaterialisedOccurrence::moved));

        tell(2, new OccurrenceCancelled("s", "s@20260307T090000", null, "ana"));
        assertThat(published()).singleElement().isInstanceOf(OccurrencesWithdrawn.class);
    }

    /** Newer zone data moved it: what was told is elsewhere, though by today's data nothing has changed. */
    @Test
    void a_series_that_is_moved_to_the_local_time_that_it_has_is_told_anew() {
        tell(0, scheduled(FOUR_DAYS));
        List<OccurrenceChange> first = published();
        tell(1, movedByZoneData());
        assertThat(published())
                .extracting(change -> ((OccurrencesMaterialised) change).occurrences())
                .isEqualTo(first.stream()
                        .map(change -> ((OccurrencesMaterialised) change).occurrences())
                        .toList());
    }

    @Test
    void a_removed_series_withdraws_everything_and_a_repeat_changes_nothing() {
        tell(0, scheduled(FOUR_DAYS));
        published();
        tell(1, new EventRemovedFromCalendar("s", "c", "ana", null));
        assertThat(published()).hasSize(4).hasOnlyElementsOfType(OccurrencesWithdrawn.class);
        tell(0, scheduled(FOUR_DAYS));
        assertThat(published()).isEmpty();
    }

    @Test
    void a_series_that_cannot_be_expanded_is_set_aside_and_holds_up_nobody() {
        Booking onMars = new Booking("c", START, START.plus(Duration.ofHours(1)), "Mars/Olympus", FOUR_DAYS);
        tell(0, new EventScheduledOnCalendar("s", onMars, details("Landing"), ScheduleStatus.SCHEDULED, "ana"));
        assertThat(published()).isEmpty();
        assertThat(driver.createOutputTopic(
                                Topic.SCHEDULES.deadLetterName(),
                                Serdes.String().deserializer(),
                                Serdes.String().deserializer())
                        .readKeyValue()
                        .key)
                .isEqualTo("s");
        tell(
                1,
                new EventScheduledOnCalendar(
                        "s", booking(FOUR_DAYS), details("Standup"), ScheduleStatus.SCHEDULED, "ana"));
        assertThat(published()).hasSize(4);
    }

    @Test
    void occurrences_bear_the_position_and_the_actor_of_their_cause_and_one_sequence() {
        tell(0, scheduled(FOUR_DAYS));
        tell(1, new EventRemovedFromCalendar("s", "c", "ana", null));
        List<ChangeMetadata> told =
                occurrences.readValuesToList().stream().map(Recorded::metadata).toList();
        assertThat(told).extracting(ChangeMetadata::position).containsExactly(40L, 40L, 40L, 40L, 41L, 41L, 41L, 41L);
        assertThat(told).extracting(ChangeMetadata::sequence).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(told).extracting(ChangeMetadata::actor).containsOnly("ana");
    }

    @Test
    void what_departs_from_a_new_series_is_never_told_where_it_does_not_take_place() {
        tell(
                0,
                ((EventScheduledOnCalendar) scheduled(FOUR_DAYS))
                        .departing(List.of("s@20260307T090000", "s@20260308T090000")));
        assertThat(published()).hasSize(2).noneMatch(change -> change.toString().contains("20260307T090000"));

        tell(1, new OccurrenceCancelled("s", "s@20260307T090000", "Skipped", "ana"));
        assertThat(published()).isEmpty();

        Instant noon = Instant.parse("2026-03-08T17:00:00Z");
        tell(2, new OccurrenceRescheduled("s", "s@20260308T090000", noon, noon.plusSeconds(3600), null, null, "ana"));
        assertThat(published())
                .singleElement()
                .satisfies(change -> assertThat(((OccurrencesMaterialised) change).occurrences())
                        .extracting(MaterialisedOccurrence::startDateTime)
                        .containsExactly(noon));
    }

    @Test
    void an_occurrence_that_was_changed_by_itself_says_what_it_needs() {
        tell(0, scheduled(FOUR_DAYS));
        published();
        Instant start = Instant.parse("2026-03-07T14:00:00Z");
        List<ResourceClaim> annex = List.of(new ResourceClaim("annex", ResourceRole.PRIMARY));
        tell(1, changed(start, details("Standup in the annex").needing(annex)));
        assertThat(own(published())).containsExactly(annex);

        tell(2, new EventUpdated("s", booking(FOUR_DAYS), details("Standup").needing(hall())));
        assertThat(own(published())).containsExactly(null, annex, null, null);

        tell(3, changed(start, details("Standup anywhere")));
        assertThat(own(published())).containsExactly(List.of());

        tell(4, changed(start, null));
        assertThat(own(published())).hasSize(1).containsOnlyNulls();
    }

    @Test
    void what_an_earlier_build_kept_of_an_exception_is_read_as_one_that_needs_what_its_series_does() {
        String slot = "{\"slot\":{\"start\":\"2026-03-07T17:00:00Z\",\"end\":\"2026-03-07T18:00:00Z\"}}";
        assertThat(ChangeJson.mapper().readValue(slot, ExceptionRow.class))
                .isEqualTo(new ExceptionRow(
                        new TimeSlot(Instant.parse("2026-03-07T17:00:00Z"), Instant.parse("2026-03-07T18:00:00Z")),
                        null));
        assertThat(ChangeJson.mapper().readValue("{}", ExceptionRow.class)).isEqualTo(ExceptionRow.GONE);
    }

    @Test
    void what_a_split_takes_away_goes_on_elsewhere_and_what_a_cut_takes_away_does_not() {
        tell(0, scheduled(FOUR_DAYS));
        published();
        tell(1, new EventUpdated("s", booking(THREE_DAYS), details("Standup"), "room repaired", "tail"));
        assertThat(((OccurrencesWithdrawn) published().getFirst()).splitInto()).isEqualTo("tail");

        tell(2, new EventUpdated("s", booking(TWO_DAYS), details("Standup"), "cut it", null));
        assertThat(((OccurrencesWithdrawn) published().getFirst()).splitInto()).isNull();
    }

    @Test
    void told_once_more_what_was_missing_is_told_with_the_last_and_nothing_twice() {
        List<ScheduleChange> history = List.of(
                scheduled(FOUR_DAYS),
                new OccurrenceCancelled("s", "s@20260307T090000", null, "ana"),
                new EventUpdated("s", booking(THREE_DAYS), details("Standup")),
                new OccurrenceCancelled("s", "s@20260308T090000", null, "ana"));
        for (int missing = 0; missing < history.size(); missing++) {
            close();
            open();
            for (int i = 0; i < history.size(); i++) {
                if (i != missing) {
                    tell(i, history.get(i));
                }
            }
            List<OccurrenceChange> before = published();
            again("broken-off", history.subList(0, 3), 4);
            assertThat(published()).isEmpty();
            again("whole", history, 4);
            assertThat(standing(
                            Stream.concat(before.stream(), published().stream()).toList()))
                    .as("without %s", missing)
                    .containsExactly("s@20260306T090000");

            again("whole", history, 4);
            assertThat(published()).isEmpty();
            tell(4, new EventRemovedFromCalendar("s", "c", "ana", null));
            assertThat(standing(published())).isEmpty();
        }
    }

    @Test
    void told_once_more_although_nothing_is_missing_nobody_hears_of_it() {
        tell(0, scheduled(FOUR_DAYS));
        tell(1, new EventUpdated("s", booking(THREE_DAYS), details("Standup")));
        published();
        again(
                "whole",
                List.of(scheduled(FOUR_DAYS), new EventUpdated("s", booking(THREE_DAYS), details("Standup"))),
                2);
        again("old", List.of(scheduled(FOUR_DAYS)), 1);
        assertThat(published()).isEmpty();
    }

    @Test
    void told_once_more_a_move_that_was_heard_tells_its_days_to_nobody() {
        tell(0, scheduled(FOUR_DAYS));
        tell(1, movedByZoneData());
        published();
        again("whole", List.of(scheduled(FOUR_DAYS), movedByZoneData()), 2);
        assertThat(published()).isEmpty();
    }

    private static ScheduleChange movedByZoneData() {
        Instant end = START.plus(Duration.ofHours(1));
        return new EventRescheduled(
                "s",
                START,
                end,
                START,
                end,
                "America/New_York",
                "Zone data 2026f",
                false,
                "command-service",
                true,
                LocalDateTime.parse("2026-03-06T09:00:00"));
    }

    /** What takes place after all that was told. */
    private static Set<String> standing(List<OccurrenceChange> told) {
        Set<String> standing = new TreeSet<>();
        for (OccurrenceChange change : told) {
            if (change instanceof OccurrencesMaterialised day) {
                day.occurrences().forEach(occurrence -> standing.add(occurrence.occurrenceId()));
            } else if (change instanceof OccurrencesWithdrawn gone) {
                gone.occurrenceIds().forEach(standing::remove);
            }
        }
        return standing;
    }

    private void again(String republication, List<ScheduleChange> changes, int count) {
        for (int i = 0; i < changes.size(); i++) {
            tell(i, changes.get(i), new Republication(republication, i, count));
        }
    }

    private static ScheduleChange changed(Instant start, @Nullable EventDetails details) {
        return new OccurrenceRescheduled(
                "s", "s@20260307T090000", start, start.plus(Duration.ofHours(1)), details, null, "ana");
    }

    private static List<ResourceClaim> hall() {
        return List.of(new ResourceClaim("hall", ResourceRole.PRIMARY));
    }

    /** What each occurrence needs by itself, in their order. */
    private static List<@Nullable List<ResourceClaim>> own(List<OccurrenceChange> told) {
        List<@Nullable List<ResourceClaim>> own = new ArrayList<>();
        told.stream()
                .flatMap(day -> ((OccurrencesMaterialised) day).occurrences().stream())
                .forEach(occurrence -> own.add(occurrence.resources()));
        return own;
    }

    private static ScheduleChange scheduled(Recurrence recurrence) {
        return new EventScheduledOnCalendar(
                "s", booking(recurrence), details("Standup"), ScheduleStatus.SCHEDULED, "ana");
    }

    private static Booking booking(Recurrence recurrence) {
        return new Booking("c", START, START.plus(Duration.ofHours(1)), "America/New_York", recurrence);
    }

    private static EventDetails details(String title) {
        return new EventDetails(null, title, null, null, null, 0, List.of(), List.of(), false);
    }

    private void tell(long sequence, ScheduleChange change) {
        tell(sequence, change, null);
    }

    private void tell(long sequence, ScheduleChange change, @Nullable Republication republication) {
        ChangeMetadata metadata = new ChangeMetadata(
                "s#" + sequence, "test", START, sequence, 40 + sequence, "ana", "request", "command");
        schedules.pipeInput("s", Recorded.<Change>of(change, metadata).in(republication));
    }

    private List<OccurrenceChange> published() {
        return occurrences.readValuesToList().stream().map(Recorded::change).toList();
    }
}
