package dev.almanac.query.lanes;

import static dev.almanac.testing.Examples.at;
import static dev.almanac.testing.Examples.details;
import static dev.almanac.testing.Examples.series;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.lane.Claim;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.query.events.ScheduleProjection;
import dev.almanac.query.support.Given;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    private static final EventScheduledOnCalendar STANDUP =
            series("standup", "hall", "Standup", "05T10:00", "05T11:00");

    @Test
    void an_occurrence_that_was_changed_by_itself_claims_what_it_needs_and_the_others_what_their_series_does() {
        String changed = claims(STANDUP).get(1).claimId();
        OccurrenceRescheduled demo = new OccurrenceRescheduled(
                "standup", changed, at("06T10:00"), at("06T11:00"), details("Demo", "beamer"), null, "max");

        assertThat(claims(STANDUP, demo))
                .hasSizeGreaterThan(2)
                .allSatisfy(claim -> assertThat(claim.resources())
                        .extracting(ResourceClaim::resourceId)
                        .isEqualTo(claim.claimId().equals(changed) ? List.of("beamer") : List.of()));
    }

    private static List<Claim> claims(Change... changes) {
        return Claims.of(Objects.requireNonNull(
                Given.of(new ScheduleProjection(), changes).then("standup")));
    }
}
