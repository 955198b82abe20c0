package dev.almanac.command.schedule.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.schedule.Given;
import dev.almanac.command.schedule.model.ResourceIsUnknown;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.resource.ResourceRole;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.events.schedule.ScheduledEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeResourceTest {
    private static final ScheduledEvent WITH_BEAMER = Given.state(new EventScheduledOnCalendar(
            "e",
            Given.booking(Given.NINE, Given.TEN, null),
            Given.DETAILS.needing(List.of(
                    new ResourceClaim("beamer", ResourceRole.SECONDARY),
                    new ResourceClaim("hall", ResourceRole.PRIMARY))),
            ScheduleStatus.SCHEDULED,
            "cleo"));

    @Test
    void the_other_resource_has_the_role_of_the_one_and_all_else_stays() {
        var changes = Given.changes(ExchangeResource.decide(exchange("beamer", "cleo"), WITH_BEAMER, List.of()));
        assertThat(changes).singleElement().isInstanceOfSatisfying(EventUpdated.class, updated -> {
            assertThat(updated.booking()).isEqualTo(Given.booking(Given.NINE, Given.TEN, null));
            assertThat(updated.details().resources())
                    .containsExactly(
                            new ResourceClaim("other", ResourceRole.SECONDARY),
                            new ResourceClaim("hall", ResourceRole.PRIMARY));
        });
    }

    @Test
    void what_is_not_needed_or_not_known_is_refused() {
        assertThat(Given.refusal(ExchangeResource.decide(exchange("piano", "cleo"), WITH_BEAMER, List.of())))
                .isInstanceOf(ActionIsNotAvailable.class);
        assertThat(Given.refusal(ExchangeResource.decide(exchange("beamer", "cleo"), WITH_BEAMER, List.of("other"))))
                .isEqualTo(new ResourceIsUnknown("other"));
    }

    private static ExchangeResource exchange(String from, String by) {
        return new ExchangeResource("e", from, "other", Given.by(by, Role.CUSTOMER));
    }
}
