package dev.almanac.terminal.login;

import dev.almanac.terminal.api.NotSignedIn;
import dev.almanac.terminal.login.Form.Answer;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A new token for one that is over (RFC 6749, 6). */
record Renewal(Form form, Credentials old) {
    private static final int LIFETIME_OTHERWISE = 300;

    Credentials at(Instant now) {
        String token = old.renewal().orElseThrow(Renewal::over);
        Answer answer = form.post(
                URI.create(old.client().tokenEndpoint()),
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        token,
                        "client_id",
                        old.client().id()));
        if (answer.status() != 200) {
            throw over();
        }
        return credentials(answer, old.client(), now, token);
    }

    private static NotSignedIn over() {
        return new NotSignedIn("your sign-in is over: run almanac login");
    }

    static Credentials credentials(Answer answer, Credentials.Client client, Instant now) {
        return credentials(answer, client, now, null);
    }

    /** An issuer may give no new refresh token: then the old one goes on. */
    private static Credentials credentials(
            Answer answer, Credentials.Client client, Instant now, @Nullable String before) {
        String refresh = answer.word("refresh_token");
        return new Credentials(
                answer.word("access_token"),
                now.plusSeconds(answer.json().path("expires_in").asLong(LIFETIME_OTHERWISE)),
                refresh.isEmpty() ? before : refresh,
                client);
    }
}
