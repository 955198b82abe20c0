package dev.almanac.query.http;

import static dev.almanac.query.support.Examples.calendar;
import static dev.almanac.query.support.Examples.event;
import static dev.almanac.query.support.Examples.id;
import static dev.almanac.query.support.Examples.moved;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.query.support.Api;
import dev.almanac.query.support.Feeder;
import dev.almanac.query.support.OnRealParts;
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
