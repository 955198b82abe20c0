package dev.almanac.events.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.calendar.OwnerType;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.resource.ResourceProfile;
import dev.almanac.events.resource.ResourceRole;
import dev.almanac.events.resource.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which lanes a claim lies on, and what each bears. */
class LanesTest {
    private static final TimeSlot SLOT =
            new TimeSlot(Instant.parse("2026-03-02T09:00:00Z"), Instant.parse("2026-03-02T10:00:00Z"));

    @Test
    void a_claim_lies_on_its_calendar_and_on_each_resource_in_the_stronger_of_its_roles() {
        Claim claim = new Claim(
                "talk",
                "hall",
                SLOT,
                List.of(
                        new ResourceClaim("ana", ResourceRole.SECONDARY),
                        new ResourceClaim("beamer", ResourceRole.PRIMARY),
                        new ResourceClaim("ana", ResourceRole.PRIMARY),
                        new ResourceClaim("beamer", ResourceRole.SECONDARY),
                        new ResourceClaim("bob", ResourceRole.SECONDARY)));

        assertThat(claim.entries())
                .isEqualTo(Map.of(
                        LaneId.calendar("hall"), entry(ResourceRole.PRIMARY),
                        LaneId.resource("ana"), entry(ResourceRole.PRIMARY),
                        LaneId.resource("beamer"), entry(ResourceRole.PRIMARY),
                        LaneId.resource("bob"), entry(ResourceRole.SECONDARY)));
    }

    private static LaneEntry entry(ResourceRole role) {
        return new LaneEntry("talk", SLOT, role, false);
    }

    @Test
    void a_lane_is_a_calendar_or_a_resource() {
        assertThat(LaneId.calendar("x").calendarId()).isEqualTo("x");
        assertThat(LaneId.calendar("x").resourceId()).isNull();
        assertThat(LaneId.resource("x").resourceId()).isEqualTo("x");
        assertThat(LaneId.resource("x").calendarId()).isNull();
    }

    @ParameterizedTest(name = "sch_011: a {0} calendar conflicts at level {1}")
    @CsvSource({
        "VENUE, CRITICAL",
        "STAFF, MODERATE",
        "EQUIPMENT, MODERATE",
        "MASTER, MODERATE",
        "DEPARTMENT, MODERATE",
        "QUEUE, MODERATE"
    })
    void sch_010_and_011_a_calendar_conflicts_beyond_its_capacity(CalendarType type, ConflictLevel level) {
        CalendarProfile profile = new CalendarProfile("c", null, type, "o", OwnerType.VENUE, "UTC", 3, false);

        assertThat(LaneProfile.of(profile))
                .isEqualTo(new LaneProfile(3, ConflictType.TIME_OVERLAP, level, level, Duration.ZERO));
    }

    @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
    @CsvSource({
        "VENUE, VENUE_CONFLICT, CRITICAL, CRITICAL",
        "STAFF, STAFF_CONFLICT, MODERATE, MINOR",
        "EQUIPMENT, EQUIPMENT_CONFLICT, MODERATE, MODERATE",
        "OTHER, RESOURCE_CONFLICT, MODERATE, MODERATE"
    })
    void sch_011_to_013_a_resource_serves_one_at_a_time(
            ResourceType resource, ConflictType type, ConflictLevel level, ConflictLevel betweenSecondaries) {
        assertThat(LaneProfile.of(new ResourceProfile("r", resource, null, null, 15)))
                .isEqualTo(new LaneProfile(1, type, level, betweenSecondaries, Duration.ofMinutes(15)));
    }

    @ParameterizedTest
    @EnumSource(ResourceType.class)
    void without_a_buffer_one_may_begin_where_another_ends(ResourceType type) {
        assertThat(LaneProfile.of(new ResourceProfile("r", type, null, null, null))
                        .buffer())
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void what_a_claim_takes_ends_with_the_buffer_and_what_reaches_it_begins_a_buffer_earlier() {
        LaneProfile lane = LaneProfile.of(new ResourceProfile("r", ResourceType.VENUE, null, null, 15));

        assertThat(lane.taken(entry(ResourceRole.PRIMARY)))
                .isEqualTo(new TimeSlot(SLOT.start(), SLOT.end().plusSeconds(900)));
        assertThat(lane.reach(entry(ResourceRole.PRIMARY)))
                .isEqualTo(
                        new TimeSlot(SLOT.start().minusSeconds(900), SLOT.end().plusSeconds(900)));
        LaneEntry outage = new LaneEntry("out", SLOT, ResourceRole.PRIMARY, true);
        assertThat(lane.taken(outage)).isEqualTo(SLOT);
        assertThat(lane.reach(outage)).isEqualTo(new TimeSlot(SLOT.start().minusSeconds(900), SLOT.end()));
    }

    @Test
    void a_pair_is_one_however_it_is_met_and_has_an_id_of_its_own_on_each_lane() {
        assertThat(Pair.of("b", "a")).isEqualTo(Pair.of("a", "b")).isEqualTo(new Pair("a", "b"));
        assertThat(Pair.of("a", "b").conflictId(LaneId.calendar("x")))
                .isEqualTo(Pair.of("b", "a").conflictId(LaneId.calendar("x")))
                .isNotEqualTo(Pair.of("b", "a").conflictId(LaneId.resource("x")))
                .isNotEqualTo(Pair.of("a", "c").conflictId(LaneId.calendar("x")));
        assertThat(Pair.of("a", "c"))
                .isGreaterThan(Pair.of("a", "b"))
                .isLessThan(Pair.of("b", "c"))
                .isEqualByComparingTo(Pair.of("c", "a"));
    }
}
