package dev.almanac.query.orphans;

import static dev.almanac.query.support.RealParts.ISSUER;
import static dev.almanac.query.support.RealParts.PATIENCE;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.Companion;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is out of step is found on demand and told, and once it is repaired the next sweep is clean. */
@OnRealParts
class OrphansIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private final Instant nine = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(9 + 48));
    private final String own = id();
    private final String owner = "owner-" + own;
    private final String booker = "booker-" + own;
    private final String hall = "hall-" + own;

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @Test
    void what_is_out_of_step_is_found_and_told_and_repaired() {
        feeder.store(calendar(hall, "Hall", owner));
        feeder.store(event("fits", nine.plus(TWO_HOURS)));
        feeder.storeTogether(booker, Instant.now(), event("off", nine.plus(TWO_HOURS)));
        feeder.store(event("left", nine.plus(TWO_HOURS)));
        feeder.store(new EventRemovedFromCalendar("left" + own, hall, "ana", null, true));
        feeder.store(moved("off", nine.plus(TWO_HOURS), nine.plus(Duration.ofHours(5))));
        long position = feeder.store(event("lead", nine, "fits", "off", "left", "never"));
        api.get("/schedules/lead" + own, position);

        List<JsonNode> found = swept();
        assertThat(found)
                .extracting(orphan -> orphan.get("kind").asString())
                .containsExactly("COMPANION_OFF", "COMPANION_UNSCHEDULED", "COMPANION_MISSING");
        JsonNode off = found.getFirst();
        assertThat(off.get("foundStartDateTime").asString())
                .isEqualTo(nine.plus(Duration.ofHours(5)).toString());
        assertThat(off.at("/repair/path").asString()).isEqualTo("/api/v1/schedules/off" + own + "/reschedule");

        assertThat(told(owner, 3))
                .extracting(told -> told.get("text").asString())
                .allMatch(text -> text.startsWith("lead is out of step with its companion: "));
        assertThat(told(booker, 1).getFirst().get("text").asString()).startsWith("off is out of step");
        assertThat(swept()).hasSize(3).allMatch(orphan -> orphan.hasNonNull("toldOn"));
        assertThat(told(owner, 3)).hasSize(3);

        feeder.store(moved(
                "off",
                nine.plus(Duration.ofHours(5)),
                Instant.parse(off.at("/repair/body/newStartDateTime").asString())));
        // As a reschedule brings back what was unscheduled.
        feeder.store(event("left", nine.plus(TWO_HOURS)));
        assertThat(swept()).extracting(orphan -> orphan.get("kind").asString()).containsExactly("COMPANION_MISSING");
        JsonNode named = found.getLast().at("/repair/body/companions");
        assertThat(named.valueStream().map(one -> one.get("scheduleId").asString()))
                .containsExactly("fits" + own, "off" + own, "left" + own);
        EventScheduledOnCalendar lead = event("lead", nine, "fits", "off", "left");
        long repaired = feeder.store(new EventUpdated("lead" + own, lead.booking(), lead.details()));
        api.get("/schedules/lead" + own, repaired);
        assertThat(swept()).isEmpty();
    }

    /** What a sweep from now on finds of this test's events. */
    private List<JsonNode> swept() {
        Instant asked = Instant.now();
        await().atMost(PATIENCE)
                .until(
                        () -> api.post("/ops/orphans/sweep", Map.of())
                                .returnResult(String.class)
                                .getStatus()
                                .value(),
                        status -> status == 202);
        JsonNode latest = await().atMost(PATIENCE)
                .until(
                        () -> JSON.readTree(api.body("/ops/orphans")),
                        read -> !read.hasNonNull("runningSince")
                                && read.hasNonNull("report")
                                && Instant.parse(read.at("/report/finishedAt").asString())
                                        .isAfter(asked));
        assertThat(latest.at("/report/outcome").asString()).isEqualTo("FINISHED");
        return latest.at("/report/findings")
                .valueStream()
                .filter(orphan -> orphan.get("primaryId").asString().equals("lead" + own))
                .toList();
    }

    private List<JsonNode> told(String user, int many) {
        Api asUser = api.as(ISSUER.token(user, "customer"));
        return await().atMost(PATIENCE)
                .until(
                        () -> JSON.readTree(asUser.body("/notifications?type=ORPHAN_FOUND"))
                                .get("items")
                                .valueStream()
                                .toList(),
                        items -> items.size() >= many);
    }

    private EventScheduledOnCalendar event(String name, Instant start, String... companions) {
        List<Companion> named = List.of(companions).stream()
                .map(companion -> new Companion(companion + own, TWO_HOURS))
                .toList();
        return new EventScheduledOnCalendar(
                name + own,
                new Booking(hall, start, start.plusSeconds(3600), "UTC", null),
                new EventDetails(null, name, null, null, null, 5, List.of(), List.of(), false, named),
                ScheduleStatus.SCHEDULED,
                "ana");
    }

    private EventRescheduled moved(String name, Instant from, Instant to) {
        return new EventRescheduled(
                name + own, from, from.plusSeconds(3600), to, to.plusSeconds(3600), "UTC", null, false, "ana");
    }
}
