package dev.almanac.terminal.login;

import dev.almanac.terminal.login.Form.Answer;
import java.time.Duration;

/**
 * What a person takes to a browser (RFC 8628, 3.2).
 *
 * @param completeAddress with the code in it, or the same where the issuer has none
 */
public record DeviceCode(
        String deviceCode,
        String userCode,
        String address,
        String completeAddress,
        Duration lifetime,
        Duration interval) {
    private static final int INTERVAL_OTHERWISE = 5;

    static DeviceCode of(Answer answer) {
        String address = answer.word("verification_uri");
        String complete = answer.word("verification_uri_complete");
        return new DeviceCode(
                answer.word("device_code"),
                answer.word("user_code"),
                address,
                complete.isEmpty() ? address : complete,
                Duration.ofSeconds(answer.json().path("expires_in").asLong(0)),
                Duration.ofSeconds(answer.json().path("interval").asLong(INTERVAL_OTHERWISE)));
    }

    @Override
    public String toString() {
        return "DeviceCode " + userCode;
    }
}
