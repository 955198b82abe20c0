package dev.almanac.query.runs.calendar;

import static dev.almanac.query.support.RealParts.PATIENCE;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.RuleExamples.NINE;
import static dev.almanac.testing.RuleExamples.created;
import static dev.almanac.testing.RuleExamples.missed;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Runs on the calendar of operations. */
@OnRealParts
class OperationsCalendarIT {
    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @Test
    void the_operations_calendar_without_an_end_shows_the_local_day_week_or_month_that_the_start_lies_in() {
        String rule = "rule-" + id();
        Instant sunday = NINE.minus(Duration.ofDays(1));
        Instant thursday = NINE.plus(Duration.ofDays(3));
        Instant inThreeWeeks = NINE.plus(Duration.ofDays(21));
        Instant april = NINE.plus(Duration.ofDays(31));
        List.of(sunday, NINE, thursday, inThreeWeeks, april).forEach(at -> feeder.derive(missed(rule, at, 0)));
        feeder.store(created(rule));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(operations(rule, "view=MONTHLY"))
                        .containsExactly(sunday, NINE, thursday, inThreeWeeks));
        assertThat(operations(rule, "view=WEEKLY")).containsExactly(NINE, thursday);
        assertThat(operations(rule, "timezone=UTC"))
                .as("a week unless told otherwise")
                .containsExactly(NINE, thursday);
        assertThat(operations(rule, "view=DAILY")).containsExactly(NINE);
        assertThat(operations(rule, "view=DAILY&timezone=Pacific/Kiritimati"))
                .as("where it is Tuesday")
                .isEmpty();
        api.invalid("/ops/calendar/events?start=2026-03-02T12:00:00Z&view=YEARLY", "view");
    }

    /** When the rule's runs are scheduled that the page shows which Monday noon, 2 March 2026, lies on. */
    private List<Instant> operations(String ruleId, String parameters) {
        Map<String, Object> page = api.map("/ops/calendar/events?start=2026-03-02T12:00:00Z&" + parameters, null);
        return ((List<?>) requireNonNull(page.get("items")))
                .stream()
                        .map(run -> (Map<?, ?>) run)
                        .filter(run -> ruleId.equals(run.get("ruleId")))
                        .map(run -> Instant.parse((String) requireNonNull(run.get("scheduledAt"))))
                        .toList();
    }
}
