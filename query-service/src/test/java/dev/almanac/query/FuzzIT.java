package dev.almanac.query;

import static dev.almanac.query.support.RealParts.ISSUER;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.occurrenceId;
import static dev.almanac.testing.Examples.resource;
import static dev.almanac.testing.Examples.series;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import dev.almanac.testing.fuzz.Fuzzed;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is asked, nothing is answered with a fault. */
@OnRealParts
class FuzzIT {
    private final String calendar = "cal-" + id();
    private final String resource = "res-" + id();

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @BeforeEach
    void open() {
        feeder.store(calendar(calendar, "Hall " + calendar));
        feeder.store(resource(resource, "Great Hall"));
    }

    /** {@code -Dfuzz.requests} and {@code -Dfuzz.seed} ask for others; {@code -Dfuzz.write} notes what is not documented. */
    @Test
    void no_read_is_answered_with_a_fault_and_every_problem_is_documented() throws Exception {
        String event = id();
        String series = id();
        feeder.store(event(event, calendar, "Talk", "03T09:00", "03T10:00"));
        long position = feeder.store(series(series, calendar, "Standup", "05T09:00", "05T10:00"));
        api.get("/schedules/" + series, position);
        Fuzzed.Report report = Fuzzed.run(
                Path.of("..", "docs", "openapi", "query-service.json"),
                api.origin(),
                Map.of(
                        "calendarId", List.of(calendar),
                        "scheduleId", List.of(event, series, occurrenceId(series, "05T09:00")),
                        "resourceId", List.of(resource),
                        "ruleId", List.of("none"),
                        "conflictId", List.of("none"),
                        "notificationId", List.of("none"),
                        "changeId", List.of(event + "-0"),
                        "excluding", List.of(event, series)),
                number -> List.of(
                        ISSUER.token("ana", "manager"),
                        ISSUER.token("ana", "manager"),
                        ISSUER.token("root", "admin"),
                        ISSUER.token("root", "admin"),
                        ISSUER.token("stan" + number, "staff"),
                        ISSUER.token("zoe" + number, "customer"),
                        "nonsense"),
                // These are asked of the command-service, in whose place a stub answers here.
                List.of("askWhatIf", "listZoneDataReleases", "listZoneDataMoves"),
                // The first never ends, the second begins all over.
                Set.of("streamChanges", "rebuildProjections"));
        LoggerFactory.getLogger(FuzzIT.class).info("{}", report);
        if (Boolean.getBoolean("fuzz.write")) {
            report.complete(Path.of("src", "main", "resources", "openapi", "problems.json"));
        }
        assertThat(report.faults()).isEmpty();
        assertThat(report.undocumented()).isEmpty();
    }
}
