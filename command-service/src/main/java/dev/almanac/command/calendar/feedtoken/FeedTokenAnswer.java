package dev.almanac.command.calendar.feedtoken;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.almanac.command.http.Located;
import dev.almanac.command.http.ShownOnce;
import dev.almanac.command.http.WriteAnswer;
import org.jspecify.annotations.Nullable;

/**
 * A token that was created.
 *
 * @param feedTokenId by which it is listed and revoked
 * @param token what the program shows; nobody can read it again, not even by a repeat under the same Idempotency-Key
 * @param path of the feed with the token, to be subscribed to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeedTokenAnswer(
        @JsonUnwrapped WriteAnswer written,
        String feedTokenId,
        @Nullable String token,
        @Nullable String path) implements Located, ShownOnce {

    static FeedTokenAnswer of(WriteAnswer written, CreateFeedToken command, String token) {
        return new FeedTokenAnswer(
                written,
                command.feedTokenId(),
                token,
                "/api/v1/calendars/" + command.calendarId() + "/feed.ics?token=" + token);
    }

    @Override
    public String location() {
        return "/calendars/" + written.id() + "/feed-tokens/" + feedTokenId;
    }

    @Override
    public FeedTokenAnswer withoutSecret() {
        return new FeedTokenAnswer(written, feedTokenId, null, null);
    }
}
