package dev.almanac.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.occurrence.SeriesKind;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedUnavailable;
import dev.almanac.events.resource.ResourceChange.ResourceRegistered;
import dev.almanac.events.resource.ResourceProfile;
import dev.almanac.events.resource.ResourceType;
import dev.almanac.events.wire.Poison;
import dev.almanac.events.wire.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A record that nobody can take is set aside, and what comes behind it is told as if it had never been. */
class PoisonTest {
    private static final int RECORD_BYTES_MAX = 1_000_000;
    private static final List<Topic> READ =
            List.of(Topic.SCHEDULES, Topic.OCCURRENCES, Topic.CALENDARS, Topic.RESOURCES);
    private static final TimeSlot TEN = Stream.hours(10, 11);

    @TempDir
    private Path folder;

    private Stream stream;

    @BeforeEach
    void open() {
        stream = new Stream(folder);
        stream.calendar("hall", CalendarType.VENUE, 1);
        stream.event("one", "hall", TEN);
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"SCHEDULES", "OCCURRENCES", "CALENDARS", "RESOURCES"})
    void what_cannot_be_read_is_set_aside_from_every_topic(Topic topic) {
        stream.tellNonsense(topic, "hall", "{\"slot\": 7");
        assertThat(stream.setAside(topic)).containsExactly("hall");
        conflictsAreStillFound();
    }

    @Test
    void what_can_be_read_but_not_claimed_is_set_aside_and_leaves_nothing_behind() {
        Instant ten = TEN.start();
        LocalDate day = LocalDate.parse("2026-03-02");
        MaterialisedOccurrence backwards = new MaterialisedOccurrence(
                "series@20260302T100000", day.atTime(10, 0), ten, ten.minusSeconds(1), false);
        stream.tell(
                new OccurrencesMaterialised("series", SeriesKind.EVENT, 1, day, "hall", List.of(), List.of(backwards)));
        stream.tell(new ResourceRegistered("beamer", new ResourceProfile("b", ResourceType.EQUIPMENT, null, null, 0)));
        stream.tell(
                new ResourceMarkedUnavailable("out", "beamer", ten, ten.plus(Duration.ofDays(90_000)), null, "ana"));
        assertThat(stream.setAside(Topic.OCCURRENCES)).containsExactly("series");
        assertThat(stream.setAside(Topic.RESOURCES)).containsExactly("beamer");
        conflictsAreStillFound();
    }

    @ParameterizedTest
    @EnumSource
    void no_kind_of_poison_on_any_topic_keeps_a_conflict_from_being_found(Poison poison) {
        for (Topic topic : READ) {
            stream.pipe(poison.on(topic));
            assertThat(stream.largestDeadLetter(topic)).isLessThan(RECORD_BYTES_MAX);
        }
        conflictsAreStillFound();
    }

    private void conflictsAreStillFound() {
        stream.said();
        stream.event("two", "hall", TEN);
        assertThat(stream.said()).hasSize(1).hasOnlyElementsOfType(ScheduleConflictDetected.class);
    }
}
