package dev.almanac.query.rules;

import static dev.almanac.query.support.RealParts.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.query.support.HallAndVault;
import dev.almanac.query.support.HallAndVault.Relation;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Rules and runs are for those who may see their queue. */
@OnRealParts
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuleAccessIT {
    private static final String WINDOW = "?start=2026-03-02T00:00:00Z&end=2026-03-05T00:00:00Z";

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    private HallAndVault rooms;

    @BeforeAll
    void open() {
        rooms = new HallAndVault(feeder, api);
    }

    @Test
    void rules_and_runs_are_seen_by_whom_their_queue_is_shared_with_and_by_who_created_them() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> rooms.get("mona", "manager", "/runs?status=FAILED&limit=1000")
                        .jsonPath("$.items[*].ruleId")
                        .value(rules ->
                                assertThat(rules.toString()).contains(rooms.id("nightly"), rooms.id("secret-rule"))));
        String feed = "/ops/calendar/events" + WINDOW;
        String window = "/schedules/window?from=2026-03-04T00:00:00Z&till=2026-03-05T00:00:00Z";
        String queues = "&queue=" + String.join("&queue=", rooms.hall(), rooms.vault(), rooms.hallName());
        rooms.visible("/schedules/rules").jsonPath("$.items[*].id").isEqualTo(rooms.id("nightly"));
        rooms.visible("/runs").jsonPath("$.items[*].ruleId").isEqualTo(rooms.id("nightly"));
        rooms.visible(feed).jsonPath("$.items[*].ruleId").isEqualTo(rooms.id("nightly"));
        rooms.visible(window).jsonPath("$.summary.totalJobs").isEqualTo(1);
        rooms.visible("/schedules/detailed?date=2026-03-02")
                .jsonPath("$.recurringRules[*].id")
                .isEqualTo(rooms.id("nightly"));
        for (String list : List.of("/schedules/rules", "/runs", feed)) {
            rooms.stranger(list).jsonPath("$.items.length()").isEqualTo(0);
        }
        rooms.stranger(window).jsonPath("$.summary.totalJobs").isEqualTo(0);
        rooms.get(rooms.id("rudi"), "customer", "/schedules/rules")
                .jsonPath("$.items.length()")
                .isEqualTo(3);
        rooms.get(rooms.id("rudi"), "customer", window)
                .jsonPath("$.summary.totalJobs")
                .isEqualTo(3);
        rooms.get("mona", "manager", window + queues)
                .jsonPath("$.summary.totalJobs")
                .isEqualTo(3);
    }

    @Test
    void payloads_and_links_to_logs_need_edit() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> rooms.get("mona", "manager", "/schedules/rules/" + rooms.id("nightly"))
                        .jsonPath("$.lastRun.note.logsUrl")
                        .isEqualTo("https://logs.test/1"));
        for (Relation relation : List.of(Relation.OWNER, Relation.ADMIN, Relation.EDIT)) {
            rooms.get(rooms.subject(relation), "customer", "/schedules/rules/" + rooms.id("nightly"))
                    .jsonPath("$.jobTemplate.payload.depth")
                    .isEqualTo(3)
                    .jsonPath("$.runs[0].note.logsUrl")
                    .exists();
        }
        rooms.visible("/schedules/rules/" + rooms.id("nightly"))
                .jsonPath("$.jobTemplate.payload")
                .doesNotExist()
                .jsonPath("$.lastRun.note.logsUrl")
                .doesNotExist()
                .jsonPath("$.runs[0].note.logsUrl")
                .doesNotExist();
        rooms.visible("/runs").jsonPath("$.items[0].note.logsUrl").doesNotExist();
        rooms.visible("/schedules/rules")
                .jsonPath("$.items[0].jobTemplate.payload")
                .doesNotExist();
        rooms.visible("/schedules/rules/" + rooms.id("nightly") + "/history")
                .jsonPath("$.items[0].after.profile.jobTemplate.type")
                .isEqualTo("backup")
                .jsonPath("$.items[0].after.profile.jobTemplate.payload")
                .doesNotExist()
                .jsonPath("$.items[0].change.profile.jobTemplate.payload")
                .doesNotExist();
        rooms.visible("/schedules/detailed?date=2026-03-02")
                .jsonPath("$.jobs[0].note.logsUrl")
                .doesNotExist()
                .jsonPath("$.recurringRules[0].jobTemplate.payload")
                .doesNotExist();
        rooms.visible("/ops/calendar/events" + WINDOW)
                .jsonPath("$.items[0].logsUrl")
                .doesNotExist()
                .jsonPath("$.items[0].actions.length()")
                .isEqualTo(0);
    }
}
