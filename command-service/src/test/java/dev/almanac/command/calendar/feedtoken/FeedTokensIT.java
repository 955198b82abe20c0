package dev.almanac.command.calendar.feedtoken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.OnRealParts;
import dev.almanac.command.RealParts;
import dev.almanac.testing.Api;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Tokens for feeds: shown once, and revoked by whom they concern. */
@OnRealParts
class FeedTokensIT {
    @LocalServerPort
    private int port;

    private Api manager;
    private String tokens;
    private String calendar;

    @BeforeEach
    void open() {
        manager = new Api(port, RealParts.token("mona", "manager"));
        calendar = manager.created("/calendars", Api.calendar("Hall", 1));
        tokens = "/calendars/" + calendar + "/feed-tokens";
    }

    @Test
    void a_token_is_answered_once_and_a_repeat_is_answered_without_it() {
        String key = UUID.randomUUID().toString();

        Map<?, ?> first = answer(create(manager, key));
        Map<?, ?> again = answer(create(manager, key));

        assertThat(String.valueOf(first.get("token"))).hasSize(43);
        assertThat(first.get("path"))
                .isEqualTo("/api/v1/calendars/" + calendar + "/feed.ics?token=" + first.get("token"));
        assertThat(again.get("feedTokenId")).isEqualTo(first.get("feedTokenId"));
        assertThat(again.get("token")).isNull();
        assertThat(again.get("path")).isNull();
        assertThat(again.get("position")).isEqualTo(first.get("position"));
    }

    @Test
    void who_reads_a_calendar_creates_and_revokes_a_token_of_their_own_and_no_other() {
        manager.share(calendar, "vera", "VIEW");
        Api viewer = new Api(port, RealParts.token("vera", "customer"));
        Object own = answer(create(viewer, null)).get("feedTokenId");
        Object others = answer(create(manager, null)).get("feedTokenId");

        viewer.delete(tokens + "/" + others).expectStatus().isForbidden();
        viewer.delete(tokens + "/" + own).expectStatus().isOk();
        manager.delete(tokens + "/" + own).expectStatus().isNotFound();
    }

    @Test
    void a_name_that_is_too_long_is_refused_by_its_field() {
        manager.post(tokens, Map.of("name", "x".repeat(129)))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.name")
                .isNotEmpty();
    }

    private ResponseSpec create(Api caller, @Nullable String key) {
        var request = caller.http().post().uri(tokens).bodyValue(Map.of("name", "Thunderbird"));
        return (key == null ? request : request.header("Idempotency-Key", key))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private static Map<?, ?> answer(ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(Map.class).returnResult().getResponseBody());
    }
}
