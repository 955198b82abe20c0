package dev.almanac.conflict;

import static dev.almanac.conflict.Stream.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.CalendarUpdated;
import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.calendar.OwnerType;
import dev.almanac.events.calendar.ShareLevel;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictCleared;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.conflict.ResolutionMethod;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesWithdrawn;
import dev.almanac.events.occurrence.SeriesKind;
import dev.almanac.events.resource.ResourceChange;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedAvailable;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedUnavailable;
import dev.almanac.events.resource.ResourceChange.ResourceRegistered;
import dev.almanac.events.resource.ResourceChange.ResourceUpdated;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.resource.ResourceProfile;
import dev.almanac.events.resource.ResourceRole;
import dev.almanac.events.resource.ResourceType;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleChange.ScheduleConfirmed;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConflictTopologyTest {
    private static final ResourceClaim HALL = new ResourceClaim("hall", ResourceRole.PRIMARY);
    private static final ResourceClaim BEAMER = new ResourceClaim("beamer", ResourceRole.PRIMARY);

    private static final String OCCURRENCE = "series@20260302T090000";

    @TempDir
    private Path folder;

    private Stream stream;

    @BeforeEach
    void open() {
        stream = new Stream(folder);
        stream.calendar("one", CalendarType.STAFF, 1);
        stream.calendar("two", CalendarType.STAFF, 1);
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void finds_two_events_on_different_calendars_that_need_one_resource_and_clears_when_one_moves_away() {
        stream.resource("beamer", ResourceType.EQUIPMENT);
        stream.event("a", "one", hours(9, 11), BEAMER);
        stream.event("b", "two", hours(10, 12), BEAMER);

        ScheduleConflictDetected detected = only(ScheduleConflictDetected.class);
        assertThat(detected.scheduledEventId()).isEqualTo("a");
        assertThat(detected.conflictingEventId()).isEqualTo("b");
        assertThat(detected.conflictType()).isEqualTo(ConflictType.EQUIPMENT_CONFLICT);
        assertThat(detected.conflictLevel()).isEqualTo(ConflictLevel.MODERATE);
        assertThat(detected.resourceId()).isEqualTo("beamer");
        assertThat(detected.calendarId()).isNull();
        assertThat(detected.overlapStart()).isEqualTo(hours(10, 11).start());
        assertThat(detected.overlapEnd()).isEqualTo(hours(10, 11).end());

        stream.move("b", hours(10, 12), hours(11, 13));
        assertThat(only(ScheduleConflictCleared.class).conflictId()).isEqualTo(detected.conflictId());
    }

    @Test
    void
            told_once_more_what_was_missing_of_an_event_counts_with_the_last_and_a_conflict_that_stands_does_not_flicker() {
        stream.resource("beamer", ResourceType.EQUIPMENT);
        stream.event("a", "one", hours(9, 11), BEAMER);
        stream.event("b", "two", hours(10, 12), BEAMER);
        stream.event("c", "one", hours(14, 15), BEAMER);
        assertThat(stream.said()).hasSize(1);
        EventRescheduled away = moved("b", hours(10, 12), hours(14, 16));
        ScheduleConfirmed confirmed = new ScheduleConfirmed("b", "ana", null);
        stream.lose(away);
        stream.tell(confirmed);
        assertThat(stream.said()).isEmpty();

        stream.again("a-anew", List.of(StreamChanges.scheduled("a", "one", hours(9, 11), BEAMER)));
        assertThat(stream.said()).as("of a, nothing was missing").isEmpty();

        List<ScheduleChange> all = List.of(StreamChanges.scheduled("b", "two", hours(10, 12), BEAMER), away, confirmed);
        stream.again("b-anew", all);
        List<ConflictChange> said = stream.said();
        assertThat(said).hasSize(2);
        assertThat(said)
                .filteredOn(ScheduleConflictCleared.class::isInstance)
                .extracting(ConflictChange::conflictId)
                .hasSize(1);
        assertThat(said)
                .filteredOn(ScheduleConflictDetected.class::isInstance)
                .map(ScheduleConflictDetected.class::cast)
                .singleElement()
                .satisfies(detected -> assertThat(detected.conflictingEventId()).isEqualTo("c"));

        stream.again("b-anew", all);
        assertThat(stream.said()).as("once more, under the same id").isEmpty();
        stream.remove("b");
        assertThat(stream.said()).singleElement().isInstanceOf(ScheduleConflictCleared.class);
    }

    @Test
    void
            told_once_more_what_was_missing_of_a_resource_counts_with_the_last_and_a_conflict_that_stands_does_not_flicker() {
        List<ResourceChange> all = List.of(
                new ResourceRegistered("beamer", beamer(0)),
                new ResourceMarkedUnavailable(
                        "ill", "beamer", hours(9, 18).start(), hours(9, 18).end(), null, "ana"),
                new ResourceMarkedAvailable(
                        "ill", "beamer", hours(12, 14).start(), hours(12, 14).end(), null, "ana"),
                new ResourceUpdated("beamer", beamer(30)),
                new ResourceUpdated("beamer", beamer(90)));
        Set<String> expected = new TreeSet<>();
        for (int missing = -1; missing < all.size() - 1; missing++) {
            close();
            open();
            Set<String> standing = new TreeSet<>();
            stream.event("a", "one", hours(9, 11), BEAMER);
            stream.event("b", "two", hours(12, 13), BEAMER);
            stream.event("c", "one", hours(20, 21), BEAMER);
            stream.event("d", "two", hours(22, 23), BEAMER);
            for (int i = 0; i < all.size(); i++) {
                if (i == missing) {
                    stream.lose(all.get(i));
                } else {
                    stream.tell(all.get(i));
                }
            }
            hear(standing);
            stream.again("broken-off", all.subList(0, 4), 5);
            assertThat(stream.said()).isEmpty();
            if (missing < 0) {
                expected.addAll(standing);
                assertThat(expected).contains("a+ill", "a+b", "c+d");
            }
            stream.again("whole", all);
            hear(standing);
            assertThat(standing).as("without %s", missing).isEqualTo(expected);

            stream.again("whole", all);
            assertThat(stream.said()).isEmpty();
        }
    }

    @Test
    void told_once_more_what_was_missing_of_a_calendar_counts_with_the_last() {
        stream.calendar("hall", CalendarType.VENUE, 1);
        CalendarProfile one =
                new CalendarProfile("calendar", null, CalendarType.VENUE, "owner", OwnerType.VENUE, "UTC", 1, true);
        CalendarProfile two =
                new CalendarProfile("calendar", null, CalendarType.VENUE, "owner", OwnerType.VENUE, "UTC", 2, true);
        List<CalendarChange> all = List.of(
                new CalendarCreated("hall", one),
                new CalendarUpdated("hall", two),
                new CalendarShared("hall", "cleo", ShareLevel.VIEW));
        stream.lose(all.get(1));
        stream.tell(all.get(2));
        stream.event("a", "hall", hours(9, 11));
        stream.event("b", "hall", hours(10, 12));
        assertThat(stream.said()).singleElement().isInstanceOf(ScheduleConflictDetected.class);

        stream.again("whole", all);
        assertThat(stream.said()).singleElement().isInstanceOf(ScheduleConflictCleared.class);
    }

    private static ResourceProfile beamer(int bufferMinutes) {
        return new ResourceProfile("beamer", ResourceType.EQUIPMENT, null, null, bufferMinutes);
    }

    /** Which pairs conflict after all that was said, each by the first parts of its ids. */
    private void hear(Set<String> standing) {
        for (ConflictChange change : stream.said()) {
            switch (change) {
                case ScheduleConflictDetected c -> standing.add(c.scheduledEventId() + "+" + c.conflictingEventId());
                case ScheduleConflictCleared c ->
                    assertThat(standing.remove(c.scheduledEventId() + "+" + c.conflictingEventId()))
                            .isTrue();
                case ConflictChange.Handling _ -> throw new AssertionError();
            }
        }
    }

    private static EventRescheduled moved(String id, TimeSlot from, TimeSlot to) {
        return new EventRescheduled(id, from.start(), from.end(), to.start(), to.end(), "UTC", null, false, "ana");
    }

    @ParameterizedTest
    @CsvSource({
        "VENUE, PRIMARY, PRIMARY, VENUE_CONFLICT, CRITICAL",
        "STAFF, PRIMARY, SECONDARY, STAFF_CONFLICT, MODERATE",
        "STAFF, SECONDARY, SECONDARY, STAFF_CONFLICT, MINOR",
        "EQUIPMENT, SECONDARY, SECONDARY, EQUIPMENT_CONFLICT, MODERATE",
        "OTHER, PRIMARY, PRIMARY, RESOURCE_CONFLICT, MODERATE"
    })
    void sch_011_to_013_decide_type_and_level(
            ResourceType resource, ResourceRole one, ResourceRole other, ConflictType type, ConflictLevel level) {
        stream.resource("r", resource);
        stream.event("a", "one", hours(9, 11), new ResourceClaim("r", one));
        stream.event("b", "two", hours(9, 11), new ResourceClaim("r", other));

        ScheduleConflictDetected detected = only(ScheduleConflictDetected.class);
        assertThat(detected.conflictType()).isEqualTo(type);
        assertThat(detected.conflictLevel()).isEqualTo(level);
    }

    @Test
    void sch_010_a_calendar_conflicts_only_beyond_its_capacity() {
        stream.calendar("hall", CalendarType.VENUE, 2);
        stream.event("a", "hall", hours(9, 12));
        stream.event("b", "hall", hours(9, 12));
        assertThat(stream.said()).isEmpty();

        stream.event("c", "hall", hours(11, 13));
        assertThat(stream.said())
                .hasSize(3)
                .allSatisfy(change -> assertThat(change)
                        .asInstanceOf(InstanceOfAssertFactories.type(ScheduleConflictDetected.class))
                        .returns(ConflictType.TIME_OVERLAP, ScheduleConflictDetected::conflictType)
                        .returns(ConflictLevel.CRITICAL, ScheduleConflictDetected::conflictLevel)
                        .returns("hall", ScheduleConflictDetected::calendarId));

        stream.remove("a");
        assertThat(stream.said()).hasSize(3).hasOnlyElementsOfType(ScheduleConflictCleared.class);
    }

    @Test
    void a_capacity_cut_raises_conflicts_for_what_is_there_and_a_rise_clears_them() {
        stream.calendar("hall", CalendarType.VENUE, 2);
        stream.event("a", "hall", hours(9, 12));
        stream.event("b", "hall", hours(9, 12));
        stream.calendar("hall", CalendarType.VENUE, 1);
        only(ScheduleConflictDetected.class);

        stream.calendar("hall", CalendarType.VENUE, 3);
        only(ScheduleConflictCleared.class);
    }

    @Test
    void claims_that_come_before_their_calendar_are_examined_once_it_is_known() {
        stream.event("a", "late", hours(9, 12));
        stream.event("b", "late", hours(9, 12));
        assertThat(stream.said()).isEmpty();

        stream.calendar("late", CalendarType.STAFF, 1);
        only(ScheduleConflictDetected.class);
    }

    @Test
    void an_outage_of_a_resource_conflicts_with_what_needs_it_until_the_resource_is_back() {
        stream.resource("beamer", ResourceType.EQUIPMENT);
        stream.event("a", "one", hours(9, 11), BEAMER);
        stream.tell(new ResourceMarkedUnavailable(
                "outage", "beamer", hours(8, 12).start(), hours(8, 12).end(), null, "ana"));
        assertThat(only(ScheduleConflictDetected.class).conflictingEventId()).isEqualTo("outage");

        stream.tell(new ResourceMarkedAvailable(
                "back", "beamer", hours(9, 11).start(), hours(9, 11).end(), null, "ana"));
        only(ScheduleConflictCleared.class);

        stream.event("b", "two", hours(11, 12), BEAMER);
        only(ScheduleConflictDetected.class);
    }

    @Test
    void an_outage_of_days_that_ends_within_a_second_conflicts_with_what_starts_earlier_in_that_second() {
        stream.resource("beamer", ResourceType.EQUIPMENT);
        TimeSlot morning = hours(9, 10);
        stream.event("a", "one", new TimeSlot(morning.start().plusMillis(200), morning.end()), BEAMER);
        stream.tell(new ResourceMarkedUnavailable(
                "outage",
                "beamer",
                morning.start().minus(Duration.ofDays(3)),
                morning.start().plusMillis(500),
                null,
                "ana"));
        assertThat(only(ScheduleConflictDetected.class).conflictingEventId()).isEqualTo("outage");
    }

    @Test
    void a_resource_that_needs_a_buffer_conflicts_with_what_follows_too_soon() {
        stream.resource("hall", ResourceType.VENUE, 15);
        stream.event("a", "one", hours(9, 10), HALL);
        stream.event("b", "two", hours(10, 11), HALL);
        stream.event(
                "c",
                "two",
                new TimeSlot(
                        hours(11, 12).start().plusSeconds(900), hours(12, 13).end()),
                HALL);

        ScheduleConflictDetected detected = only(ScheduleConflictDetected.class);
        assertThat(detected.conflictingEventId()).isEqualTo("b");
        assertThat(detected.overlapStart()).isEqualTo(hours(10, 11).start());
        assertThat(detected.overlapEnd()).isEqualTo(hours(10, 11).start().plusSeconds(900));

        stream.resource("hall", ResourceType.VENUE, null);
        only(ScheduleConflictCleared.class);
        stream.resource("hall", ResourceType.VENUE, 30);
        assertThat(stream.said()).hasSize(2).hasOnlyElementsOfType(ScheduleConflictDetected.class);
    }

    @Test
    void a_repeat_and_a_straggler_change_nothing() {
        stream.resource("beamer", ResourceType.EQUIPMENT);
        stream.event("a", "one", hours(9, 11), BEAMER);
        stream.event("b", "two", hours(10, 12), BEAMER);
        stream.move("b", hours(10, 12), hours(11, 13));
        stream.said();

        EventScheduledOnCalendar first = StreamChanges.scheduled("b", "two", hours(10, 12), BEAMER);
        stream.tell(first, 0);
        assertThat(stream.said()).isEmpty();
    }

    @Test
    void a_conflict_that_comes_back_has_the_same_id() {
        stream.event("a", "one", hours(9, 11));
        stream.event("b", "one", hours(10, 12));
        String id = only(ScheduleConflictDetected.class).conflictId();
        stream.move("b", hours(10, 12), hours(11, 13));
        only(ScheduleConflictCleared.class);
        stream.move("b", hours(11, 13), hours(10, 12));
        assertThat(only(ScheduleConflictDetected.class).conflictId()).isEqualTo(id);
    }

    @Test
    void what_is_found_bears_the_position_and_the_actor_of_its_cause() {
        stream.event("a", "one", hours(9, 11));
        stream.by("bo");
        stream.event("b", "one", hours(10, 12));
        assertThat(stream.recorded()).singleElement().satisfies(detected -> {
            assertThat(detected.metadata().position()).isEqualTo(stream.position());
            assertThat(detected.metadata().actor()).isEqualTo("bo");
            assertThat(detected.metadata().sequence()).isZero();
            assertThat(detected.metadata().source()).isEqualTo("urn:scheduling:conflict-detector");
        });
    }

    @Test
    void a_clearing_says_who_did_what_to_one_of_the_two() {
        stream.resource("beamer", ResourceType.EQUIPMENT);
        stream.event("a", "one", hours(9, 11), BEAMER);
        stream.event("b", "two", hours(10, 12), BEAMER);
        stream.said();
        stream.by("mo");

        stream.move("b", hours(10, 12), hours(11, 13));
        assertThat(stream.recorded()).singleElement().satisfies(cleared -> {
            assertThat(cleared.metadata().actor()).isEqualTo("mo");
            assertThat(((ScheduleConflictCleared) cleared.change()).resolutionMethod())
                    .isEqualTo(ResolutionMethod.RESCHEDULED);
        });

        stream.move("b", hours(11, 13), hours(10, 12));
        stream.said();
        stream.tell(new EventUpdated(
                "b",
                StreamChanges.scheduled("b", "two", hours(10, 12)).booking(),
                StreamChanges.scheduled("b", "two", hours(10, 12)).details()));
        assertThat(only(ScheduleConflictCleared.class).resolutionMethod()).isEqualTo(ResolutionMethod.RESOURCE_CHANGED);

        stream.event("c", "two", hours(9, 10), BEAMER);
        stream.said();
        stream.remove("c");
        assertThat(only(ScheduleConflictCleared.class).resolutionMethod()).isEqualTo(ResolutionMethod.EVENT_CANCELLED);
    }

    @Test
    void a_clearing_that_follows_from_the_lane_says_of_neither_that_anything_was_done() {
        stream.event("a", "one", hours(9, 11));
        stream.event("b", "one", hours(10, 12));
        stream.said();
        stream.calendar("one", CalendarType.STAFF, 2);
        assertThat(only(ScheduleConflictCleared.class).resolutionMethod()).isNull();
    }

    @Test
    void an_occurrence_that_needs_a_resource_of_its_own_is_double_booked_there_and_not_where_its_series_is() {
        stream.resource("hall", ResourceType.VENUE);
        stream.resource("beamer", ResourceType.EQUIPMENT);
        stream.event("talk", "one", hours(9, 11), BEAMER);
        stream.event("choir", "one", hours(12, 13), HALL);
        stream.tell(series("two", hours(9, 10), null));
        assertThat(stream.said()).isEmpty();

        stream.tell(series("two", hours(9, 10), List.of(BEAMER)));
        ScheduleConflictDetected found = only(ScheduleConflictDetected.class);
        assertThat(found.resourceId()).isEqualTo("beamer");
        assertThat(List.of(found.scheduledEventId(), found.conflictingEventId()))
                .containsExactlyInAnyOrder("talk", OCCURRENCE);

        stream.calendar("three", CalendarType.STAFF, 1);
        stream.event("play", "three", hours(9, 10), HALL);
        assertThat(stream.said()).isEmpty();

        stream.remove("play");
        stream.tell(series("two", hours(9, 10), null));
        assertThat(only(ScheduleConflictCleared.class).resolutionMethod()).isEqualTo(ResolutionMethod.RESOURCE_CHANGED);

        stream.event("play", "three", hours(9, 10), HALL);
        assertThat(only(ScheduleConflictDetected.class).resourceId()).isEqualTo("hall");
    }

    @Test
    void a_conflict_of_an_occurrence_that_goes_on_in_a_series_split_off_ends_as_moved_by_whoever_split() {
        stream.event("talk", "one", hours(9, 11));
        stream.tell(series("one", hours(9, 10), null));
        only(ScheduleConflictDetected.class);

        stream.by("mo");
        stream.tell(withdrawn("tail"));
        assertThat(stream.recorded()).singleElement().satisfies(cleared -> {
            assertThat(cleared.metadata().actor()).isEqualTo("mo");
            assertThat(((ScheduleConflictCleared) cleared.change()).resolutionMethod())
                    .isEqualTo(ResolutionMethod.RESCHEDULED);
        });

        stream.tell(series("one", hours(9, 10), null));
        only(ScheduleConflictDetected.class);
        stream.tell(withdrawn(null));
        assertThat(only(ScheduleConflictCleared.class).resolutionMethod()).isEqualTo(ResolutionMethod.EVENT_CANCELLED);
    }

    private static OccurrencesWithdrawn withdrawn(@Nullable String splitInto) {
        return new OccurrencesWithdrawn(
                "series", SeriesKind.EVENT, 2, LocalDate.parse("2026-03-02"), List.of(OCCURRENCE), splitInto);
    }

    /** An occurrence of a series that needs the hall, where it needs nothing else by itself. */
    private static OccurrencesMaterialised series(String calendarId, TimeSlot slot, @Nullable List<ResourceClaim> own) {
        LocalDateTime nominal = LocalDateTime.ofInstant(hours(9, 10).start(), ZoneOffset.UTC);
        return new OccurrencesMaterialised(
                "series",
                SeriesKind.EVENT,
                1,
                nominal.toLocalDate(),
                calendarId,
                List.of(HALL),
                List.of(new MaterialisedOccurrence(OCCURRENCE, nominal, slot.start(), slot.end(), own != null, own)));
    }

    private <C extends ConflictChange> C only(Class<C> type) {
        List<ConflictChange> said = stream.said();
        assertThat(said).hasSize(1).hasOnlyElementsOfType(type);
        return type.cast(said.getFirst());
    }
}
