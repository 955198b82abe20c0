package dev.almanac.query.calendars.export;

import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.CalendarUnshared;
import dev.almanac.events.calendar.CalendarChange.FeedTokenCreated;
import dev.almanac.events.calendar.CalendarChange.FeedTokenRevoked;
import dev.almanac.events.calendar.ShareLevel;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.query.support.RealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Examples;
import dev.almanac.testing.Feeder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A calendar that programs subscribe to. */
@OnRealParts
class SubscriptionIT {
    private final String calendar = "cal-" + id();
    private final String token = id();
    private final String vera = "vera-" + id();

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    private Api nobody;
    private long position;

    @BeforeEach
    void open() {
        nobody = api.anonymous();
        feeder.store(calendar(calendar, "Hall"));
        feeder.store(new CalendarShared(calendar, vera, ShareLevel.VIEW));
        book("Talk", Instant.now().plus(1, ChronoUnit.DAYS));
        position = feeder.store(new FeedTokenCreated(calendar, "token-1", hash(token), "Thunderbird", vera, false));
        await();
    }

    @Test
    void a_program_with_a_token_reads_the_calendar_and_comes_again_for_nothing() {
        ResponseSpec answer = feed(calendar, token).expectStatus().isOk();
        answer.expectHeader().contentType("text/calendar;charset=UTF-8");
        String etag = requireNonNull(
                answer.returnResult(byte[].class).getResponseHeaders().getETag());
        assertThat(text()).contains("BEGIN:VEVENT", "SUMMARY:Talk", "REFRESH-INTERVAL;VALUE=DURATION:PT15M");

        nobody.http()
                .get()
                .uri("/calendars/" + calendar + "/feed.ics?token=" + token)
                .header(HttpHeaders.IF_NONE_MATCH, etag)
                .exchange()
                .expectStatus()
                .isNotModified();

        book("Second", Instant.now().plus(2, ChronoUnit.DAYS));
        await();
        assertThat(text()).contains("SUMMARY:Second");
    }

    @Test
    void what_was_over_long_ago_is_not_in_the_feed() {
        book("Ancient", Instant.now().minus(200, ChronoUnit.DAYS));
        book("Recent", Instant.now().minus(30, ChronoUnit.DAYS));
        await();

        assertThat(text()).contains("SUMMARY:Recent").doesNotContain("SUMMARY:Ancient");
    }

    @Test
    void a_token_is_worth_as_much_as_its_creators_share() {
        position = feeder.store(new CalendarUnshared(calendar, vera));
        await();

        feed(calendar, token).expectStatus().isNotFound();
    }

    @Test
    void a_managers_token_opens_what_their_role_let_them_see() {
        String managers = id();
        position = feeder.store(new FeedTokenCreated(calendar, "token-2", hash(managers), null, "mona", true));
        await();

        byte[] file = feed(calendar, managers)
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        assertThat(new String(requireNonNull(file), UTF_8)).contains("SUMMARY:Talk");
    }

    @Test
    void a_token_that_was_revoked_or_is_of_another_calendar_or_was_never_one_opens_nothing() {
        String other = "cal-" + id();
        feeder.store(calendar(other, "Other"));
        position = feeder.store(new FeedTokenRevoked(calendar, "token-1", "ana"));
        String kept = id();
        position = feeder.store(new FeedTokenCreated(calendar, "token-3", hash(kept), null, vera, false));
        await();

        feed(calendar, token).expectStatus().isUnauthorized();
        feed(other, kept).expectStatus().isUnauthorized();
        feed(calendar, "never").expectStatus().isUnauthorized();
        feed(calendar, "").expectStatus().isUnauthorized();
        feed(calendar, "x".repeat(500)).expectStatus().isUnauthorized();
        feed("no-such-calendar", kept).expectStatus().isUnauthorized();
    }

    @Test
    void a_token_opens_nothing_but_the_feed() {
        for (String path : new String[] {"/calendars/" + calendar, "/calendars", "/schedules", "/stream/changes"}) {
            assertThat(nobody.status(path + "?token=" + token)).as(path).isEqualTo(401);
        }
    }

    @Test
    void tokens_are_listed_to_who_administers_the_calendar_and_else_ones_own_and_never_their_hashes() {
        position = feeder.store(new FeedTokenCreated(calendar, "token-2", hash(id()), null, "ana", true));
        String path = "/calendars/" + calendar + "/feed-tokens";

        api.get(path, position).jsonPath("$.items.length()").isEqualTo(2);
        api.as(RealParts.ISSUER.token(vera, "customer"))
                .get(path)
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].feedTokenId")
                .isEqualTo("token-1")
                .jsonPath("$.items[0].name")
                .isEqualTo("Thunderbird");
        assertThat(api.body(path)).doesNotContain(hash(token));
        assertThat(api.as(RealParts.ISSUER.token("eve", "customer")).status(path))
                .isEqualTo(404);
    }

    private void book(String title, Instant at) {
        Instant start = at.truncatedTo(ChronoUnit.HOURS);
        EventScheduledOnCalendar talk = event(id(), calendar, title, "03T09:00", "03T10:00");
        Booking booking = new Booking(calendar, start, start.plusSeconds(3600), Examples.ZONE, null);
        position = feeder.store(
                new EventScheduledOnCalendar(talk.scheduleId(), booking, talk.details(), talk.status(), "ana"));
    }

    private void await() {
        api.get("/calendars/" + calendar, position);
    }

    private String text() {
        return new String(
                requireNonNull(feed(calendar, token)
                        .expectStatus()
                        .isOk()
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody()),
                UTF_8);
    }

    private ResponseSpec feed(String of, String shown) {
        return nobody.http()
                .get()
                .uri("/calendars/" + of + "/feed.ics?token=" + shown)
                .exchange();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
