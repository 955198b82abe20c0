package dev.almanac.expansion.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.rule.CatchUp;
import dev.almanac.events.rule.OverlapPolicy;
import dev.almanac.events.rule.RetryPolicy;
import dev.almanac.events.rule.RuleOptions;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.rule.RunTime;
import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.Every;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.Rrule;
import dev.almanac.recurrence.clock.DstOverlap;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In New York the hour from 05:00Z to 06:00Z of 1 November 2026 is shown once more from 06:00Z to 07:00Z. */
class RepeatedHourIT {
    private static final Instant CREATED = Instant.parse("2026-11-01T04:00:00Z");
    private static final Instant HALF_PAST_ONE = Instant.parse("2026-11-01T05:30:00Z");
    private static final Instant JUST_BEFORE_THE_REPEAT = Instant.parse("2026-11-01T05:59:50Z");
    private static final Instant QUARTER_PAST_ONE_AGAIN = Instant.parse("2026-11-01T06:15:00Z");
    private static final Instant END = Instant.parse("2026-11-01T07:30:00Z");

    private static final List<Recurrence> RECURRENCES = List.of(
            new Cron("*/5 * * * *"),
            new Cron("30 1 * * *"),
            new Cron("10,20,50 1 * * *"),
            new Rrule("FREQ=DAILY;BYHOUR=1,2;BYMINUTE=0,15,40"),
            new Rrule("FREQ=HOURLY"),
            new Every(Duration.ofMinutes(7), null));

    @TempDir
    private Path folder;

    @Test
    void a_restart_without_its_state_inside_the_repeated_hour_repeats_nothing_and_forgets_nothing() throws Exception {
        Map<String, RuleProfile> rules = rules();
        try (ExpandersOnBroker expanders = new ExpandersOnBroker(folder)) {
            for (var rule : rules.entrySet()) {
                expanders.create(rule.getKey(), rule.getValue(), CREATED);
            }
            JumpingTime time = JumpingTime.showing(HALF_PAST_ONE);
            expanders.start(time, 0);
            expanders.awaitDue(expected(rules, HALF_PAST_ONE).size());
            time.jumpTo(JUST_BEFORE_THE_REPEAT);
            expanders.awaitDue(expected(rules, JUST_BEFORE_THE_REPEAT).size());
            expanders.stopFirst();

            JumpingTime again = JumpingTime.showing(QUARTER_PAST_ONE_AGAIN);
            expanders.start(again, 0);
            expanders.awaitDue(expected(rules, QUARTER_PAST_ONE_AGAIN).size());
            again.jumpTo(END);
            List<String> expected = expected(rules, END.plusSeconds(1));
            expanders.awaitDue(expected.size());
            assertThat(expanders.allDue())
                    .map(record -> told(ExpandersOnBroker.due(record)))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static String told(OccurrenceDue due) {
        return due.occurrenceId() + " at " + due.scheduledAt();
    }

    private static List<String> expected(Map<String, RuleProfile> rules, Instant until) {
        List<String> expected = new ArrayList<>();
        rules.forEach((ruleId, rule) -> rule.series().between(CREATED, until, Integer.MAX_VALUE).stream()
                .map(occurrence -> Planned.of(RunTime.of(ruleId, occurrence)))
                .forEach(planned -> expected.add(planned.occurrenceId() + " at " + planned.scheduledAt())));
        return expected;
    }

    private static Map<String, RuleProfile> rules() {
        Map<String, RuleProfile> rules = new LinkedHashMap<>();
        for (DstOverlap overlap : DstOverlap.values()) {
            for (Recurrence recurrence : RECURRENCES) {
                RuleProfile rule = Rules.rule(recurrence, "America/New_York", following(overlap));
                rules.put(overlap + "-" + rules.size(), rule);
            }
        }
        return rules;
    }

    private static RuleOptions following(DstOverlap overlap) {
        RuleOptions usual = Rules.options(1, 0, RetryPolicy.NONE, CatchUp.ALL, OverlapPolicy.ALLOW);
        return new RuleOptions(
                usual.maxConcurrent(),
                usual.jitterSeconds(),
                usual.retryPolicy(),
                usual.catchUp(),
                usual.overlap(),
                usual.dstGap(),
                overlap,
                usual.maxHistory());
    }
}
