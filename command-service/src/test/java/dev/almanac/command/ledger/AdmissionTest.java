package dev.almanac.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.TimeSlot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Lane TWO = new Lane("hall", 2, false, true, "UTC");

    @Test
    void sch_020_a_lane_is_full_when_as_many_hold_as_it_admits() {
        Admission admission = admission(TWO, Terms.STRICT);
        assertThat(admission
                        .admit(claim("a", 9, 10), List.of(claim("x", 9, 10)), List.of())
                        .kind())
                .isEqualTo(Verdict.Kind.BOOKED);
        assertThat(admission
                        .admit(claim("b", 9, 10), List.of(claim("x", 9, 10)), List.of())
                        .kind())
                .isEqualTo(Verdict.Kind.REFUSED);
    }

    @Test
    void what_the_command_keeps_counts_and_what_it_leaves_out_does_not() {
        Admission admission = new Admission(Map.of("hall", TWO), skipping(), List.of(claim("kept", 9, 12)));
        assertThat(admission
                        .admit(claim("a", 9, 10), List.of(claim("x", 9, 10)), List.of())
                        .kind())
                .isEqualTo(Verdict.Kind.SKIPPED);
        assertThat(admission.admit(claim("b", 9, 11), List.of(), List.of()).kind())
                .isEqualTo(Verdict.Kind.BOOKED);
    }

    @Test
    void sch_021_an_override_or_a_calendar_that_allows_it_admits_and_flags() {
        List<Claim> full = List.of(claim("x", 9, 10), claim("y", 9, 10));
        Verdict overridden =
                admission(TWO, Terms.unlessOverridden("fire drill")).admit(claim("a", 9, 10), full, List.of());
        assertThat(overridden.kind()).isEqualTo(Verdict.Kind.FLAGGED);
        assertThat(overridden.holding()).isEqualTo(3);
        Lane generous = new Lane("hall", 2, true, true, "UTC");
        assertThat(admission(generous, Terms.STRICT)
                        .admit(claim("a", 9, 10), full, List.of())
                        .kind())
                .isEqualTo(Verdict.Kind.FLAGGED);
    }

    @Test
    void history_needs_no_room() {
        Admission admission = admission(TWO, Terms.withHistory(NINE.plusSeconds(3600)));
        List<Claim> full = List.of(claim("x", 9, 11), claim("y", 9, 11));
        assertThat(admission.admit(claim("a", 9, 10), full, List.of()).kind()).isEqualTo(Verdict.Kind.BOOKED);
        assertThat(admission.admit(claim("b", 9, 11), full, List.of()).kind()).isEqualTo(Verdict.Kind.REFUSED);
    }

    private static Admission admission(Lane lane, Terms terms) {
        return new Admission(Map.of("hall", lane), terms, List.of());
    }

    private static Terms skipping() {
        return new Terms(SeriesPolicy.SKIP_CONFLICTING, null, null);
    }

    private static Claim claim(String id, int from, int till) {
        return new Claim(
                id,
                "series",
                "hall",
                "Title",
                new TimeSlot(NINE.plusSeconds(3600L * (from - 9)), NINE.plusSeconds(3600L * (till - 9))));
    }

    @Test
    void what_lacks_a_resource_is_refused_skipped_or_booked_by_override() {
        Outage outage = new Outage("clara", "flu", claim("x", 9, 10).slot(), "flu");
        Claim wanted = new Claim(
                "s@1",
                "s",
                claim("x", 9, 10).calendarId(),
                "s",
                claim("x", 9, 10).slot());

        Verdict refused = admission(TWO, Terms.STRICT).admit(wanted, List.of(), List.of(outage));
        assertThat(refused.kind()).isEqualTo(Verdict.Kind.REFUSED);
        assertThat(refused.competitors())
                .singleElement()
                .extracting("scheduleId")
                .isEqualTo("flu");
        assertThat(new Settlement(List.of(refused)).refusal()).get().isInstanceOf(TimeSlotUnavailable.class);
        assertThat(admission(TWO, new Terms(SeriesPolicy.SKIP_CONFLICTING, null, null))
                        .admit(wanted, List.of(), List.of(outage))
                        .kind())
                .isEqualTo(Verdict.Kind.SKIPPED);
        assertThat(admission(TWO, Terms.unlessOverridden("she comes anyway"))
                        .admit(wanted, List.of(), List.of(outage))
                        .kind())
                .isEqualTo(Verdict.Kind.FLAGGED);
    }
}
