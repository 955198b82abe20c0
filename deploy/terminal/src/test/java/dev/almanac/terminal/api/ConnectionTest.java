package dev.almanac.terminal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.almanac.terminal.Loopback;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-06T10:00:00Z"), ZoneOffset.UTC);
    private static final String CALENDARS = "/api/v1/calendars";
    private static final String BOOKINGS = "/api/v1/schedules";
    private static final Booking MATINEE =
            Booking.of("hall", "Matinee", "2026-12-06T11:00", "2026-12-06T12:00", "Europe/Vienna");

    private final Loopback server = new Loopback();
    private final Api api = at(server.uri());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_read_bears_the_token_and_is_asked_again_where_a_part_is_away() {
        server.answers(CALENDARS, 503, "application/problem+json", Map.of("Retry-After", "0"), "{}")
                .answers(CALENDARS, "{\"items\":[{\"id\":\"1\",\"name\":\"Hall\",\"timeZone\":\"Europe/Vienna\"}]}");

        assertThat(api.calendars().list(10).items()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Hall");
            assertThat(one.zone().getId()).isEqualTo("Europe/Vienna");
        });
        assertThat(server.asked()).hasSize(2);
        assertThat(server.last().header("Authorization")).isEqualTo("Bearer secret");
    }

    @Test
    void a_write_is_repeated_with_the_key_it_had_so_that_it_is_done_once() {
        server.answers(BOOKINGS, 503, "application/problem+json", Map.of("Retry-After", "0"), "{}")
                .answers(BOOKINGS, 201, "{\"id\":\"7\",\"changeId\":\"c\",\"position\":41,\"version\":0}");

        assertThat(api.bookings().book(MATINEE).id()).isEqualTo("7");
        assertThat(server.asked().stream()
                        .map(one -> one.header("Idempotency-Key"))
                        .distinct())
                .singleElement()
                .asString()
                .hasSize(36);
    }

    @Test
    void what_is_read_after_a_write_waits_for_it() {
        server.answers(BOOKINGS, 201, "application/json", Map.of("Change-Position", "41"), "{\"id\":\"7\"}")
                .answers(CALENDARS, "{\"items\":[]}");
        api.calendars().list(10);
        assertThat(server.last().header("After-Position")).isEmpty();

        api.bookings().book(MATINEE);
        api.calendars().list(10);

        assertThat(server.last().header("After-Position")).isEqualTo("41");
    }

    @Test
    void a_move_says_which_version_it_is_of() {
        server.answers("/api/v1/schedules/7@20261206T110000/reschedule", "{\"id\":\"7\"}");

        api.bookings().move("7@20261206T110000", 3, Move.to("2026-12-06T15:00", "Europe/Vienna"));

        assertThat(server.last().header("If-Match")).isEqualTo("\"3\"");
        assertThat(Json.read(server.last().body()).path("newStartDateTime").asString())
                .isEqualTo("2026-12-06T15:00");
    }

    @Test
    void a_refusal_says_by_which_rule_and_who_is_in_the_way() {
        server.answers(BOOKINGS, 409, """
                {"type":"urn:scheduling:problem:slot-is-full","status":409,"title":"Slot is full","detail":"It is full",
                 "rule":"SCH-023","conflictingEvents":[{"scheduleId":"8","title":"Tour",
                 "startDateTime":"2026-12-06T10:00:00Z","endDateTime":"2026-12-06T11:00:00Z","conflictType":"TIME_OVERLAP"}]}
                """);

        var refused = catchThrowableOfType(
                ProblemException.class, () -> api.bookings().book(MATINEE));

        assertThat(refused.problem().name()).isEqualTo("slot-is-full");
        assertThat(refused.problem().rule()).isEqualTo("SCH-023");
        assertThat(refused.problem().inTheWay())
                .singleElement()
                .satisfies(other -> assertThat(other.title()).isEqualTo("Tour"));
        assertThat(server.asked()).as("a refusal is an answer").hasSize(1);
    }

    @Test
    void what_stands_before_the_services_may_answer_in_other_words() {
        server.answers(CALENDARS, 502, "text/html", Map.of(), "<html>Bad gateway</html>");

        var refused = catchThrowableOfType(
                ProblemException.class, () -> api.calendars().list(1));

        assertThat(refused.problem().status()).isEqualTo(502);
        assertThat(refused).hasMessage("HTTP 502");
    }

    @Test
    void pages_are_followed_to_an_end_and_no_further_than_asked() {
        server.answers(CALENDARS, "{\"items\":[{\"id\":\"1\"},{\"id\":\"2\"}],\"nextCursor\":\"a b\"}")
                .answers(CALENDARS, "{\"items\":[],\"nextCursor\":\"c\"}")
                .answers(CALENDARS, "{\"items\":[{\"id\":\"3\"}],\"nextCursor\":\"d\"}");

        Listing<Calendar> calendars = api.calendars().list(3);

        assertThat(calendars.items()).extracting(Calendar::id).containsExactly("1", "2", "3");
        assertThat(calendars.more()).isTrue();
        assertThat(server.asked()).hasSize(3);
        assertThat(server.asked().get(1).query()).contains("cursor=a%20b").contains("limit=1");
    }

    @Test
    void a_calendar_has_a_name_or_the_beginning_of_one() {
        server.answers(
                CALENDARS,
                "{\"items\":[{\"id\":\"1\",\"name\":\"Great Hall\"},{\"id\":\"2\",\"name\":\"Green Room\"}]}");

        assertThat(api.calendars().named("great").id()).isEqualTo("1");
        assertThatThrownBy(() -> api.calendars().named("gre"))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("Great Hall, Green Room");
        assertThatThrownBy(() -> api.calendars().named("Foyer")).isInstanceOf(NotFound.class);
    }

    @Test
    void nobody_there_is_said_at_once() {
        server.close();

        assertThatThrownBy(() -> api.calendars().list(1))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining(server.uri().toString());
    }

    private static Api at(URI origin) {
        return new Api(new Connection(origin, () -> "secret", CLOCK));
    }
}
