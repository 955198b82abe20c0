package dev.almanac.query.http;

import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.moved;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Answers that the reader has already. */
@OnRealParts
class EtagIT {
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
    void answers_304_to_who_has_it_already_and_begins_the_tag_with_the_version() {
        EventScheduledOnCalendar talk = event(id(), calendar, "Talk", "03T09:00", "03T10:00");
        feeder.store(talk);
        long position = feeder.store(moved(talk, "04T09:00", "04T10:00"));
        String path = "/schedules/" + talk.scheduleId();
        api.get(path, position);

        String tag = requireNonNull(api.http()
                .get()
                .uri(path)
                .exchange()
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag());
        assertThat(tag).startsWith("\"1-");
        api.http()
                .get()
                .uri(path)
                .header("If-None-Match", tag)
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody()
                .isEmpty();
    }
}
