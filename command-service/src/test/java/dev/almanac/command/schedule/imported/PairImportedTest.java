package dev.almanac.command.schedule.imported;

import static dev.almanac.command.schedule.Given.NINE;
import static dev.almanac.command.schedule.Given.changes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.schedule.Given;
import dev.almanac.command.schedule.imported.PairImported.Pairs;
import dev.almanac.command.schedule.model.CompanionPairing;
import dev.almanac.events.schedule.Companion;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.events.schedule.ScheduledEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PairImportedTest {
    private static final Pairs BOTH = new Pairs(Set.of("core"), Set.of("supervisor"));

    @Test
    void the_companion_goes_with_its_primary_from_where_it_is() {
        assertThat(decided(BOTH, Map.of("core", at("core", NINE), "supervisor", at("supervisor", in(2)))))
                .singleElement()
                .isInstanceOfSatisfying(
                        EventUpdated.class,
                        updated -> assertThat(updated.details().companions())
                                .containsExactly(new Companion("supervisor", Duration.ofHours(2))));
    }

    @Test
    void who_is_paired_already_is_left_alone_and_one_that_lies_elsewhere_now_is_paired_anew() {
        ScheduledEvent paired = at("core", NINE, new Companion("supervisor", Duration.ofHours(2)));
        assertThat(decided(BOTH, Map.of("core", paired, "supervisor", at("supervisor", in(2)))))
                .isEmpty();
        assertThat(decided(BOTH, Map.of("core", paired, "supervisor", at("supervisor", in(3)))))
                .singleElement()
                .isInstanceOfSatisfying(
                        EventUpdated.class,
                        updated -> assertThat(updated.details().companions())
                                .containsExactly(new Companion("supervisor", Duration.ofHours(3))));
    }

    @Test
    void what_is_gone_or_far_away_is_not_paired() {
        assertThat(decided(BOTH, Map.of("core", at("core", NINE)))).isEmpty();
        assertThat(decided(BOTH, Map.of("supervisor", at("supervisor", NINE)))).isEmpty();
        assertThat(decided(BOTH, Map.of("core", at("core", NINE), "supervisor", at("supervisor", in(31 * 24)))))
                .isEmpty();
    }

    @Test
    void titles_pair_by_their_number_and_one_of_them_says_that_it_is_the_companion() {
        CompanionPairing pairing = new CompanionPairing(
                Pattern.compile("(?<!\\d)(\\d{6})(?!\\d)"), Pattern.compile("supervisor", Pattern.CASE_INSENSITIVE));
        assertThat(pairing.key("606001-CORE-Pretzel"))
                .isEqualTo(pairing.key("606001-SUPERVISOR-Pretzel"))
                .contains("606001");
        assertThat(pairing.key("Room 1234567")).isEmpty();
        assertThat(pairing.isCompanion("606001-Supervisor-Pretzel")).isTrue();
        assertThat(pairing.isCompanion("606001-CORE-Pretzel")).isFalse();
    }

    private static List<ScheduleChange> decided(Pairs pairs, Map<String, ScheduledEvent> states) {
        return changes(PairImported.decide(pairs, states));
    }

    private static Instant in(int hours) {
        return NINE.plus(Duration.ofHours(hours));
    }

    private static ScheduledEvent at(String id, Instant start, Companion... companions) {
        return Given.state(new EventScheduledOnCalendar(
                id,
                Given.booking(start, start.plusSeconds(3600), null),
                Given.DETAILS.with(List.of(companions)),
                ScheduleStatus.SCHEDULED,
                "cleo"));
    }
}
