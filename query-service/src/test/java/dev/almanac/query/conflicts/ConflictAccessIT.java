package dev.almanac.query.conflicts;

import dev.almanac.query.support.HallAndVault;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Of the other side of a conflict those learn who may see it. */
@OnRealParts
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConflictAccessIT {
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
    void of_a_conflict_with_the_run_of_a_rule_only_its_existence_is_told() {
        rooms.visible("/schedules/conflicts/" + rooms.id("with-a-run"))
                .jsonPath("$.scheduledEventId")
                .isEqualTo(rooms.id("talk"))
                .jsonPath("$.conflictingEventId")
                .doesNotExist()
                .jsonPath("$.conflictingEventTitle")
                .doesNotExist();
        rooms.get(rooms.id("rudi"), "customer", "/schedules/conflicts/" + rooms.id("with-a-run"))
                .jsonPath("$.conflictingEventId")
                .isEqualTo(rooms.id("secret-rule") + "@20260303T040000");
    }

    @Test
    void the_past_of_a_conflict_names_nobody_who_may_not_be_seen() {
        String path = "/schedules/conflicts/" + rooms.id("on-the-beamer") + "/history";
        rooms.get("mona", "manager", path)
                .jsonPath("$.items[0].change.conflictingEventId")
                .isEqualTo(rooms.id("secret"));
        rooms.visible(path)
                .jsonPath("$.items[0].change.scheduledEventId")
                .isEqualTo(rooms.id("talk"))
                .jsonPath("$.items[0].change.conflictingEventId")
                .doesNotExist()
                .jsonPath("$.items[0].after.claimants")
                .isEqualTo(List.of(rooms.id("talk")));
        rooms.stranger(path)
                .jsonPath("$.items[0].change.scheduledEventId")
                .doesNotExist()
                .jsonPath("$.items[0].after.claimants.length()")
                .isEqualTo(0);
    }

    @Test
    void of_a_conflict_whoever_sees_one_side_only_learns_that_it_exists() {
        rooms.visible("/schedules/conflicts/" + rooms.id("on-the-beamer"))
                .jsonPath("$.conflictLevel")
                .isEqualTo("CRITICAL")
                .jsonPath("$.status")
                .isEqualTo("DETECTED")
                .jsonPath("$.overlapStart")
                .isEqualTo("2026-03-03T09:30:00Z")
                .jsonPath("$.scheduledEventId")
                .isEqualTo(rooms.id("talk"))
                .jsonPath("$.conflictingEventId")
                .doesNotExist()
                .jsonPath("$.conflictingEventTitle")
                .doesNotExist()
                .jsonPath("$.explanation")
                .doesNotExist()
                .jsonPath("$.suggestedResolutions.length()")
                .isEqualTo(0);
        rooms.visible("/schedules/conflicts?limit=1000")
                .jsonPath("$.items[?(@.id=='" + rooms.id("on-the-beamer") + "')].conflictingEventId")
                .isEmpty()
                .jsonPath("$.items[?(@.id=='" + rooms.id("in-the-hall") + "')].conflictingEventId")
                .isEqualTo(rooms.id("tea"));
        rooms.visible("/schedules/" + rooms.id("talk"))
                .jsonPath("$.conflicts[?(@.id=='" + rooms.id("on-the-beamer") + "')].conflictingEventId")
                .isEmpty();
        rooms.visible("/schedules/conflicts/" + rooms.id("in-the-hall"))
                .jsonPath("$.conflictingEventTitle")
                .isEqualTo("Tea");
        rooms.stranger("/schedules/conflicts?limit=1000")
                .jsonPath("$.items[?(@.id=='" + rooms.id("in-the-hall") + "' || @.id=='" + rooms.id("on-the-beamer")
                        + "' || @.id=='" + rooms.id("with-a-run") + "')].id")
                .isEqualTo(List.of(rooms.id("on-the-beamer"), rooms.id("with-a-run")));
    }
}
