package dev.almanac.query.conflicts;

import static dev.almanac.query.support.RealParts.PATIENCE;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.cleared;
import static dev.almanac.testing.Examples.conflict;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.conflict.ConflictChange.ScheduleConflictResolved;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ResolutionMethod;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a conflict says of its two events, and what remains of it. */
@OnRealParts
class ConflictsIT {
    private final String calendar = "cal-" + id();

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @BeforeEach
    void open() {
        feeder.store(calendar(calendar, "Hall " + calendar));
    }

    @Test
    void shows_a_conflict_on_both_events_until_it_is_cleared() {
        String one = id();
        String other = id();
        String conflict = "conflict-" + id();
        feeder.store(event(one, calendar, "Choir", "03T09:00", "03T10:00"));
        feeder.store(event(other, calendar, "Orchestra", "03T09:30", "03T10:30"));
        feeder.derive(conflict(conflict, one, other, ConflictLevel.CRITICAL));

        await().atMost(PATIENCE)
                .untilAsserted(() -> api.get("/schedules/" + one)
                        .jsonPath("$.conflictLevel")
                        .isEqualTo("CRITICAL")
                        .jsonPath("$.conflicts[0].id")
                        .isEqualTo(conflict));
        api.get("/schedules/conflicts/" + conflict)
                .jsonPath("$.scheduledEventTitle")
                .isEqualTo("Choir")
                .jsonPath("$.explanation")
                .value(sentence -> assertThat(sentence.toString()).contains("“Choir” and “Orchestra”"));
        api.get("/schedules/conflicts?status=DETECTED&level=CRITICAL&limit=1000")
                .jsonPath("$.items[?(@.id=='" + conflict + "')]")
                .exists();

        feeder.derive(cleared(conflict, one, other));
        await().atMost(PATIENCE)
                .untilAsserted(() -> api.get("/schedules/" + other)
                        .jsonPath("$.conflictLevel")
                        .isEqualTo("NONE"));
    }

    @Test
    void a_decision_about_a_conflict_stays_when_the_two_part_and_counts_into_its_version() {
        String one = id();
        String other = id();
        String conflict = "conflict-" + id();
        feeder.store(event(one, calendar, "Choir", "03T09:00", "03T10:00"));
        feeder.store(event(other, calendar, "Orchestra", "03T09:30", "03T10:30"));
        feeder.derive(conflict(conflict, one, other, ConflictLevel.CRITICAL));
        feeder.restart(conflict);
        long position = feeder.store(new ScheduleConflictResolved(
                conflict, 0, ResolutionMethod.RESCHEDULED, "in the evening", "ana", Feeder.CREATED));

        String path = "/schedules/conflicts/" + conflict;
        api.get(path, position)
                .jsonPath("$.status")
                .isEqualTo("RESOLVED")
                .jsonPath("$.stillOverlapping")
                .isEqualTo(true)
                .jsonPath("$.version")
                .isEqualTo(1);
        api.request(path, position).expectHeader().valueMatches("ETag", "\"1-.*");

        feeder.derive(cleared(conflict, one, other));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> api.get(path).jsonPath("$.stillOverlapping").isEqualTo(false));
        api.get(path)
                .jsonPath("$.resolutionMethod")
                .isEqualTo("RESCHEDULED")
                .jsonPath("$.resolvedBy")
                .isEqualTo("ana")
                .jsonPath("$.version")
                .isEqualTo(2);
    }
}
