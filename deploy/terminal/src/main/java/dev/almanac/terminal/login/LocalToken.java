package dev.almanac.terminal.login;

import dev.almanac.terminal.api.Json;
import dev.almanac.terminal.api.NotSignedIn;
import dev.almanac.terminal.login.Form.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import tools.jackson.core.JacksonException;

/** The issuer that the suite has on one's own machine asks nobody: it gives a token to whoever names a user. */
record LocalToken(Form form, String issuer) {

    Credentials of(String user, String roles) {
        Answer answer =
                form.get(URI.create(issuer + "/token?user=" + Form.encoded(user) + "&roles=" + Form.encoded(roles)));
        String token = answer.text().strip();
        if (answer.status() != 200
                || token.chars().filter(letter -> letter == '.').count() != 2) {
            throw new NotSignedIn(issuer + " gives no token for a name alone: run almanac login without --user");
        }
        return new Credentials(token, end(token), null, new Credentials.Client("", issuer, ""));
    }

    /** Read and not verified: only to know when to ask for another. */
    private static Instant end(String token) {
        try {
            byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
            return Instant.ofEpochSecond(Json.read(new String(claims, StandardCharsets.UTF_8))
                    .path("exp")
                    .asLong(0));
        } catch (IllegalArgumentException | JacksonException noToken) {
            throw new NotSignedIn("the issuer answered with something that is no token");
        }
    }
}
