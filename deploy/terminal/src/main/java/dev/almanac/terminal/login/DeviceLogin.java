package dev.almanac.terminal.login;

import dev.almanac.terminal.api.NotSignedIn;
import dev.almanac.terminal.login.Form.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/** Signs in without a browser of its own: a person confirms a code wherever they have one (RFC 8628). */
public final class DeviceLogin {
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final String SCOPE = "profile";
    /** By how much slower one asks who is told to slow down (RFC 8628, 3.5). */
    private static final Duration SLOWER_BY = Duration.ofSeconds(5);

    private final Form form;
    private final Issuer issuer;
    private final String clientId;
    private final Clock clock;

    DeviceLogin(Form form, Issuer issuer, String clientId, Clock clock) {
        this.form = form;
        this.issuer = issuer;
        this.clientId = clientId;
        this.clock = clock;
    }

    /** Waits until the person has answered, or the code is over. */
    Credentials confirmed(Consumer<DeviceCode> shown) throws InterruptedException {
        DeviceCode code = code();
        shown.accept(code);
        Instant end = clock.instant().plus(code.lifetime());
        Duration interval = code.interval();
        while (clock.instant().isBefore(end)) {
            Thread.sleep(interval);
            Answer answer = form.post(
                    issuer.tokenEndpoint(),
                    Map.of("grant_type", GRANT, "device_code", code.deviceCode(), "client_id", clientId));
            if (answer.status() == 200) {
                return Renewal.credentials(answer, client(), clock.instant());
            }
            switch (answer.word("error")) {
                case "authorization_pending" -> {
                    // The person is still at it.
                }
                case "slow_down" -> interval = interval.plus(SLOWER_BY);
                case "access_denied" -> throw new NotSignedIn("it was refused in the browser");
                case "expired_token" -> throw new NotSignedIn("the code is over: run almanac login again");
                default -> throw new NotSignedIn("the issuer refuses: " + said(answer));
            }
        }
        throw new NotSignedIn("nobody confirmed the code in time: run almanac login again");
    }

    private DeviceCode code() {
        Answer answer = form.post(issuer.deviceEndpoint(), Map.of("client_id", clientId, "scope", SCOPE));
        if (answer.status() != 200) {
            throw new NotSignedIn("the issuer gives no code to " + clientId + ": " + said(answer));
        }
        return DeviceCode.of(answer);
    }

    private Credentials.Client client() {
        return new Credentials.Client(
                clientId, issuer.name(), issuer.tokenEndpoint().toString());
    }

    private static String said(Answer answer) {
        String description = answer.word("error_description");
        return description.isEmpty() ? answer.word("error") + " (HTTP " + answer.status() + ")" : description;
    }
}
