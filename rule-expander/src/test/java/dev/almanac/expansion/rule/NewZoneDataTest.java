package dev.almanac.expansion.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.rule.CatchUp;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.expansion.rule.ZoneOutlook.Change;
import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.Every;
import dev.almanac.recurrence.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In New York 09:00 is 14:00Z until 8 March 2026 by the data in use. */
class NewZoneDataTest {
    private static final String NEW_YORK = "America/New_York";
    private static final Recurrence AT_NINE = new Cron("0 9 * * *");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void what_newer_data_moves_is_told_again_once() {
        RuleState known = known(AT_NINE, NOON, -6);

        Decision first = Decision.at(NOON.plusSeconds(1), known);

        List<OccurrencesMaterialised> days = days(first);
        assertThat(days).hasSizeGreaterThan(80);
        assertThat(days.getFirst().occurrences().getFirst().startDateTime()).isEqualTo("2026-03-01T14:00:00Z");
        assertThat(days.getFirst().occurrences().getFirst().occurrenceId()).isEqualTo("r@20260301T090000");
        assertThat(Decision.at(NOON.plusSeconds(2), first.step().state()).step().published())
                .isEmpty();
    }

    @Test
    void what_it_does_not_move_is_not() {
        ZoneOutlook inUse = ZoneOutlook.at(NEW_YORK, NOON);
        RuleState known =
                known(AT_NINE, NOON, -5).with(new ZoneOutlook("2000a", NEW_YORK, inUse.from(), inUse.changes()));

        Step step = Decision.at(NOON.plusSeconds(1), known).step();

        assertThat(step.published()).isEmpty();
        assertThat(step.state().zones()).isEqualTo(ZoneOutlook.at(NEW_YORK, NOON.plusSeconds(1)));
    }

    @Test
    void a_state_of_an_earlier_build_went_by_the_data_of_the_jdk() {
        RuleState known = known(AT_NINE, NOON, -5);
        RuleState earlier = new RuleState(
                known.sequence(), known.position(), known.definition(), known.book(), known.deferred(), null);

        Decision decision = Decision.at(NOON.plusSeconds(1), earlier);

        assertThat(decision.step().published()).isEmpty();
        assertThat(decision.step().state().zones()).isNotNull();
    }

    /** By the older data 09:00 was to be at 15:00Z; at 14:30Z it is over by the newer, and nobody has run it. */
    @Test
    void a_run_that_newer_data_moves_back_behind_now_is_not_lost() {
        Instant now = Instant.parse("2026-03-01T14:30:00Z");

        assertThat(due(Decision.at(now, known(AT_NINE, now, -6)))).containsExactly("r@20260301T090000");
    }

    /** By the older data 09:00 was at 13:00Z; at 13:30Z it lies ahead by the newer, and has been run. */
    @Test
    void a_run_that_newer_data_moves_ahead_of_now_is_not_due_again() {
        Instant now = Instant.parse("2026-03-01T13:30:00Z");

        Step noticed = Decision.at(now, known(AT_NINE, now, -4)).step();

        assertThat(due(Decision.at(Instant.parse("2026-03-01T14:10:00Z"), noticed.state())))
                .isEmpty();
        assertThat(due(Decision.at(Instant.parse("2026-03-02T14:00:01Z"), noticed.state())))
                .containsExactly("r@20260302T090000");
    }

    @Test
    void what_counts_elapsed_time_goes_on_at_its_instants() {
        Instant now = Instant.parse("2026-03-01T14:30:00Z");
        RuleState known = known(new Every(Duration.ofHours(6), null), now, -6);

        Step noticed = Decision.at(now, known).step();

        assertThat(noticed.state().book().watermark()).isEqualTo(known.book().watermark());
    }

    /** A rule that was followed until then by data in which New York's clocks stand still. */
    private static RuleState known(Recurrence recurrence, Instant until, int hours) {
        var profile = Rules.rule(recurrence, NEW_YORK, Rules.catchUp(CatchUp.ALL));
        RuleState created = RuleChanges.created(new RuleCreated("r", profile, NOON, "ana"), 0, NOON)
                .state();
        RuleState followed = created.with(created.book().takenUp(until, List.of()));
        Instant from = until.minus(Duration.ofDays(1));
        return followed.with(new ZoneOutlook("2000a", NEW_YORK, from, List.of(new Change(from, hours * 3600))));
    }

    private static List<OccurrencesMaterialised> days(Decision decision) {
        return of(decision, OccurrencesMaterialised.class).toList();
    }

    private static List<String> due(Decision decision) {
        return of(decision, OccurrenceDue.class)
                .map(OccurrenceDue::occurrenceId)
                .toList();
    }

    private static <C extends OccurrenceChange> Stream<C> of(Decision decision, Class<C> type) {
        return decision.step().published().stream().filter(type::isInstance).map(type::cast);
    }
}
