package dev.almanac.query.window;

import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.RuleExamples.NINE;
import static dev.almanac.testing.RuleExamples.day;
import static dev.almanac.testing.RuleExamples.queueCalendar;
import static dev.almanac.testing.RuleExamples.queued;

import dev.almanac.events.rule.RuleChange.RuleDeleted;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How many jobs a window holds. */
@OnRealParts
class WindowIT {
    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @Test
    void counts_the_jobs_of_a_window_and_shows_rules_on_the_calendar_that_is_their_queue() {
        String queue = "queue-" + id();
        feeder.store(queueCalendar(queue));
        String hourly = "rule-" + id();
        feeder.store(queued(hourly, queue, "0 * * * *"));
        feeder.derive(day(hourly, NINE.plus(Duration.ofDays(1))));
        long position = feeder.store(queued("rule-" + id(), queue, "* * * * *"));
        String window = "/schedules/window?from=2026-03-03T00:00:00Z&till=2026-03-05T00:00:00Z";
        api.get(window + "&queue=" + queue, position)
                .jsonPath("$.buckets.length()")
                .isEqualTo(2)
                .jsonPath("$.buckets[0].queues['" + queue + "']")
                .isEqualTo(24 * 61)
                .jsonPath("$.buckets[0].densityScore")
                .isEqualTo(1.0)
                .jsonPath("$.summary.totalJobs")
                .isEqualTo(2 * 24 * 61);
        api.get(window + "&granularity=HOUR&calendarId=" + queue)
                .jsonPath("$.buckets[47].jobCount")
                .isEqualTo(61);
        feeder.store(new RuleDeleted(hourly, NINE, null, "ana"));
        long gone = feeder.store(queued("rule-" + id(), "another", "* * * * *"));
        api.get(window + "&queue=" + queue, gone)
                .jsonPath("$.summary.totalJobs")
                .isEqualTo(2 * 24 * 60);
    }
}
