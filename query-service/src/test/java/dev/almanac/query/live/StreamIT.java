package dev.almanac.query.live;

import static dev.almanac.query.support.LiveStream.page;
import static dev.almanac.query.support.LiveStream.stream;
import static dev.almanac.query.support.LiveStream.streamToken;
import static dev.almanac.query.support.LiveStream.subject;
import static dev.almanac.query.support.RealParts.ISSUER;
import static dev.almanac.query.support.RealParts.PATIENCE;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.ShareLevel;
import dev.almanac.query.support.LiveStream;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** Who hears what, and from where on. */
@OnRealParts
class StreamIT {
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
    void resumes_a_stream_where_it_was_left() {
        String first = id();
        Flux<ServerSentEvent<Map<String, Object>>> all = stream(api, "?calendarId=" + calendar);
        List<ServerSentEvent<Map<String, Object>>> heard = new java.util.ArrayList<>();
        StepVerifier.create(all)
                .consumeNextWith(connected -> assertThat(connected.comment()).isEqualTo("connected"))
                .then(() -> feeder.store(event(id(), "elsewhere", "Other", "03T09:00", "03T10:00")))
                .then(() -> feeder.store(event(first, calendar, "First", "03T09:00", "03T10:00")))
                .consumeNextWith(heard::add)
                .thenCancel()
                .verify(PATIENCE);
        assertThat(heard.getFirst().data())
                .containsEntry("subject", first)
                .containsEntry("type", "EventScheduledOnCalendar.v1");

        String second = id();
        String third = id();
        feeder.store(event(second, calendar, "Second", "04T09:00", "04T10:00"));
        StepVerifier.create(
                        stream(api, "?calendarId=" + calendar, heard.getFirst().id()))
                .expectNextCount(1)
                .consumeNextWith(event -> assertThat(subject(event)).isEqualTo(second))
                .then(() -> feeder.store(event(third, calendar, "Third", "05T09:00", "05T10:00")))
                .consumeNextWith(event -> assertThat(subject(event)).isEqualTo(third))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void a_page_opens_the_stream_without_a_header_once_and_resumes_with_another_token() {
        String first = id();
        List<ServerSentEvent<Map<String, Object>>> heard = new ArrayList<>();
        String token = streamToken(api);
        StepVerifier.create(page(api, "?calendarId=" + calendar + "&streamToken=" + token))
                .expectNextCount(1)
                .then(() -> feeder.store(event(first, calendar, "First", "03T09:00", "03T10:00")))
                .consumeNextWith(heard::add)
                .thenCancel()
                .verify(PATIENCE);
        assertThat(subject(heard.getFirst())).isEqualTo(first);

        api.anonymous()
                .http()
                .get()
                .uri("/stream/changes?streamToken=" + token)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody(String.class)
                .value(problem ->
                        assertThat(problem).contains("unauthenticated").doesNotContain(token));

        String second = id();
        feeder.store(event(second, calendar, "Second", "04T09:00", "04T10:00"));
        StepVerifier.create(page(
                        api,
                        "?calendarId=" + calendar + "&streamToken=" + streamToken(api) + "&lastEventId="
                                + heard.getFirst().id()))
                .expectNextCount(1)
                .consumeNextWith(event -> assertThat(subject(event)).isEqualTo(second))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void a_stream_token_hears_what_its_subject_may_hear_and_opens_nothing_else() {
        String stranger = streamToken(api.as(ISSUER.token("zoe", "customer")));
        for (String path : List.of("/schedules", "/calendars/" + calendar, "/stream/tokens", "/calendar/config")) {
            api.anonymous()
                    .http()
                    .get()
                    .uri(path + "?streamToken=" + stranger)
                    .exchange()
                    .expectStatus()
                    .isUnauthorized();
        }
        api.invalid("/schedules?streamToken=" + stranger, "streamToken");
        feeder.store(new CalendarShared(calendar, "zoe", ShareLevel.VIEW));
        // That the calendar was shared is told, too.
        StepVerifier.create(page(api, "?type=EventScheduledOnCalendar&streamToken=" + stranger)
                        .mapNotNull(LiveStream::subject))
                .then(() -> {
                    feeder.store(event(id(), "elsewhere", "Hidden", "03T09:00", "03T10:00"));
                    feeder.store(event("shown-" + calendar, calendar, "Shown", "03T09:00", "03T10:00"));
                })
                .expectNext("shown-" + calendar)
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void names_messages_by_their_types_for_those_who_ask() {
        StepVerifier.create(stream(api, "?names=type&calendarId=" + calendar).mapNotNull(ServerSentEvent::event))
                .then(() -> feeder.store(event(id(), calendar, "Named", "03T09:00", "03T10:00")))
                .expectNext("EventScheduledOnCalendar")
                .thenCancel()
                .verify(PATIENCE);
        StepVerifier.create(stream(api, "?calendarId=" + calendar).mapNotNull(ServerSentEvent::event))
                .then(() -> feeder.store(event(id(), calendar, "Named", "03T09:00", "03T10:00")))
                .expectNext("change")
                .thenCancel()
                .verify(PATIENCE);
        api.invalid("/stream/changes?names=kind", "names");
    }
}
