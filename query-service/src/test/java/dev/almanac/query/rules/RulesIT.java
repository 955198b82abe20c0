package dev.almanac.query.rules;

import static dev.almanac.query.support.RealParts.PATIENCE;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.RuleExamples.NINE;
import static dev.almanac.testing.RuleExamples.created;
import static dev.almanac.testing.RuleExamples.day;
import static dev.almanac.testing.RuleExamples.due;
import static dev.almanac.testing.RuleExamples.missed;
import static dev.almanac.testing.RuleExamples.runId;
import static dev.almanac.testing.RuleExamples.succeeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.occurrence.DueReason;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.recurrence.Cron;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A rule, and its runs. */
@OnRealParts
class RulesIT {
    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @Test
    void shows_a_rule_with_its_runs_and_what_can_be_done_about_each() {
        String rule = "rule-" + id();
        Instant ten = NINE.plus(Duration.ofHours(1));
        feeder.derive(day(rule, NINE.plus(Duration.ofDays(1))));
        feeder.derive(due(rule, NINE, 1, DueReason.SCHEDULE));
        feeder.derive(succeeded(rule, NINE, 1));
        feeder.derive(missed(rule, ten, 0));
        long position = feeder.store(created(rule, new Cron("30 2 * * *"), "America/New_York"));

        api.get("/schedules/rules/" + rule, position)
                .jsonPath("$.status")
                .isEqualTo("ACTIVE")
                .jsonPath("$.jobTemplate.payload.depth")
                .isEqualTo(3)
                .jsonPath("$.nextRun")
                .exists();
        await().atMost(PATIENCE)
                .untilAsserted(() -> api.get("/schedules/rules/" + rule)
                        .jsonPath("$.outcomes.nominal")
                        .isEqualTo(2)
                        .jsonPath("$.outcomes.succeeded")
                        .isEqualTo(1)
                        .jsonPath("$.outcomes.open")
                        .isEqualTo(0)
                        .jsonPath("$.runs.length()")
                        .isEqualTo(2)
                        .jsonPath("$.lastRun.status")
                        .isEqualTo("SUCCESS"));
        api.get("/schedules/rules?queue=night&limit=1000")
                .jsonPath("$.items[?(@.id=='" + rule + "')]")
                .exists();
        api.get("/schedules/rules/" + rule + "/dst-report?years=1")
                .jsonPath("$.adjustments[0].effect")
                .isEqualTo("SHIFTED");
        api.get("/schedules/detailed?date=2026-03-03&queue=night")
                .jsonPath("$.jobs[?(@.ruleId=='" + rule + "')].status")
                .isEqualTo("SCHEDULED")
                .jsonPath("$.recurringRules[?(@.id=='" + rule + "')]")
                .exists();
        api.get("/ops/calendar/events?start=2026-03-02T00:00:00Z&end=2026-03-03T00:00:00Z&source=CRON")
                .jsonPath("$.items[?(@.id=='" + runId(rule, ten) + "')].actions[*]")
                .value(actions -> assertThat(actions.toString()).contains("APPROVE_BACKFILL", "DISCARD"))
                .jsonPath("$.items[?(@.id=='" + runId(rule, NINE) + "')].logsUrl")
                .isEqualTo("https://logs.test/1");
    }
}
