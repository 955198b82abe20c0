package dev.almanac.command.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.calendar.model.CalendarState;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarChange.CalendarDeactivated;
import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.CalendarUnshared;
import dev.almanac.events.calendar.CalendarChange.CalendarUpdated;
import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.calendar.OwnerType;
import dev.almanac.events.calendar.ShareLevel;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The policy, and what a calendar remembers for it. */
class AccessTest {

    @ParameterizedTest
    @CsvSource({
        "STAFF, SCHEDULE, , false",
        "STAFF, SCHEDULE, VIEW, false",
        "STAFF, SCHEDULE, EDIT, true",
        "STAFF, ADMINISTER, EDIT, false",
        "CUSTOMER, ADMINISTER, ADMIN, true",
        "MANAGER, ADMINISTER, , true",
        "ADMIN, SCHEDULE, , true"
    })
    void a_share_or_managing_lets_somebody_in(Role role, Action action, @Nullable ShareLevel held, boolean allowed) {
        Caller caller = new Caller("ana", Set.of(role));
        assertThat(Access.refusal(caller, action, held).isEmpty()).isEqualTo(allowed);
    }

    @Test
    void a_share_is_replaced_by_a_later_one_and_outlives_changes_of_the_calendar() {
        assertThat(after(
                                shared("bob", ShareLevel.VIEW),
                                shared("bob", ShareLevel.EDIT),
                                shared("eve", ShareLevel.VIEW),
                                new CalendarUpdated("hall", profile("dora")),
                                new CalendarUnshared("hall", "eve"),
                                new CalendarDeactivated("hall", null))
                        .grants())
                .isEqualTo(Map.of("bob", ShareLevel.EDIT, "dora", ShareLevel.ADMIN));
    }

    @Test
    void an_owner_keeps_everything_whatever_was_shared_with_them() {
        assertThat(after(shared("ana", ShareLevel.VIEW)).grants()).isEqualTo(Map.of("ana", ShareLevel.ADMIN));
    }

    private static CalendarState after(CalendarChange... changes) {
        CalendarState state =
                CalendarState.evolve(new CalendarState.Absent(), new CalendarCreated("hall", profile("ana")));
        for (CalendarChange change : changes) {
            state = CalendarState.evolve(state, change);
        }
        return state;
    }

    private static CalendarShared shared(String subject, ShareLevel level) {
        return new CalendarShared("hall", subject, level);
    }

    private static CalendarProfile profile(String owner) {
        return new CalendarProfile("Hall", null, CalendarType.VENUE, owner, OwnerType.STAFF, "UTC", 1, false);
    }
}
