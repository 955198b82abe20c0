package dev.almanac.query.position;

import static dev.almanac.query.support.RealParts.PATIENCE;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Readers that wait for what they wrote. */
@OnRealParts
class AfterPositionIT {
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
    void fifty_who_ask_for_a_write_that_has_yet_to_come_wait_and_see_it() {
        String talk = id();
        long before = feeder.store(event(id(), calendar, "Earlier", "03T07:00", "03T08:00"));
        try (ExecutorService readers = Executors.newFixedThreadPool(50)) {
            List<Future<String>> answers = IntStream.range(0, 50)
                    .mapToObj(_ -> readers.submit(() -> String.valueOf(
                            api.once().map("/schedules/" + talk, before + 1).get("title"))))
                    .toList();
            feeder.store(event(talk, calendar, "Awaited", "03T09:00", "03T10:00"));
            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThat(answer).succeedsWithin(PATIENCE).isEqualTo("Awaited"));
        }
    }

    @Test
    void says_that_the_view_is_behind_when_a_position_does_not_pass_in_time() {
        api.once()
                .request("/calendars", Long.MAX_VALUE)
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:view-behind");
    }

    @Test
    void every_read_says_how_far_the_views_were() {
        long position = feeder.store(event(id(), calendar, "Talk", "03T09:00", "03T10:00"));
        String said = api.request("/calendars/" + calendar, position)
                .expectStatus()
                .isOk()
                .expectHeader()
                .doesNotExist("View-Lag")
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getFirst("View-Position");
        assertThat(Long.parseLong(String.valueOf(said))).isGreaterThanOrEqualTo(position);
        api.request("/calendars/none", null)
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .exists("View-Position");
    }
}
