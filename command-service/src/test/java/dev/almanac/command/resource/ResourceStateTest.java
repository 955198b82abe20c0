package dev.almanac.command.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.resource.availability.MarkResourceAvailable;
import dev.almanac.command.resource.availability.MarkResourceUnavailable;
import dev.almanac.command.resource.availability.UnavailablePeriodsOverlap;
import dev.almanac.command.resource.model.ResourceState;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.resource.ResourceChange;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedAvailable;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedUnavailable;
import dev.almanac.events.resource.ResourceChange.ResourceRegistered;
import dev.almanac.events.resource.ResourceProfile;
import dev.almanac.events.resource.ResourceType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResourceStateTest {
    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final Request REQUEST = new Request(new Caller("stan", Set.of(Role.STAFF)), NINE, null, "request");

    @Test
    void sch_030_a_resource_is_available_unless_somebody_says_otherwise() {
        assertThat(((ResourceState.Registered) given(registered())).periods()).isEmpty();
    }

    @Test
    void sch_031_unavailable_periods_do_not_overlap_but_may_touch() {
        ResourceState out = given(registered(), out("p", 9, 12));
        assertThat(MarkResourceUnavailable.decide(unavailable(11, 13), out))
                .isEqualTo(Outcome.refused(new UnavailablePeriodsOverlap(hour(9), hour(12))));
        assertThat(MarkResourceUnavailable.decide(unavailable(12, 13), out)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void what_sticks_out_of_the_time_that_a_resource_is_back_stays_unavailable() {
        ResourceState back = given(
                registered(), out("p", 9, 13), new ResourceMarkedAvailable("q", "r", hour(10), hour(11), null, "stan"));
        assertThat(((ResourceState.Registered) back).periods())
                .extracting(period -> period.slot())
                .containsExactly(slot(9, 10), slot(11, 13));
    }

    @Test
    void names_of_what_is_left_do_not_grow_however_often_an_outage_is_cut() {
        ResourceState out = given(registered(), out("p", 1, 20));
        for (int hour = 2; hour < 18; hour += 2) {
            out = ResourceState.evolve(
                    out, new ResourceMarkedAvailable("q", "r", hour(hour), hour(hour + 1), null, "stan"));
        }
        assertThat(((ResourceState.Registered) out).periods())
                .hasSize(9)
                .extracting(period -> period.resourceAvailabilityId())
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).matches("p(~\\d+)?"));
    }

    @Test
    void marking_available_what_is_available_changes_nothing() {
        var command = new MarkResourceAvailable("r", "q", slot(13, 14), null, REQUEST);
        assertThat(MarkResourceAvailable.decide(command, given(registered(), out("p", 9, 12))))
                .isEqualTo(Outcome.unchanged());
    }

    private static ResourceState given(ResourceChange... changes) {
        ResourceState state = new ResourceState.Absent();
        for (ResourceChange change : List.of(changes)) {
            state = ResourceState.evolve(state, change);
        }
        return state;
    }

    private static ResourceRegistered registered() {
        return new ResourceRegistered("r", new ResourceProfile("Beamer", ResourceType.EQUIPMENT, null, null, null));
    }

    private static ResourceMarkedUnavailable out(String id, int from, int till) {
        return new ResourceMarkedUnavailable(id, "r", hour(from), hour(till), null, "stan");
    }

    private static MarkResourceUnavailable unavailable(int from, int till) {
        return new MarkResourceUnavailable("r", "new", slot(from, till), null, REQUEST);
    }

    private static TimeSlot slot(int from, int till) {
        return new TimeSlot(hour(from), hour(till));
    }

    private static Instant hour(int hour) {
        return NINE.plusSeconds(3600L * (hour - 9));
    }
}
