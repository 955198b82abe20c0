package dev.almanac.query.delivering.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long TIMESTAMP = 1614265330;
    private static final String BODY = "{\"test\": 2432232314}";

    /** The example with which Standard Webhooks documents its signatures. */
    @Test
    void a_message_is_signed_as_the_convention_has_it() {
        assertThat(Signature.of(ID, TIMESTAMP, BODY, List.of(SECRET)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void while_two_secrets_are_valid_it_is_signed_with_both() {
        String both = Signature.of(ID, TIMESTAMP, BODY, List.of("whsec_AAAA", SECRET));
        assertThat(both.split(" "))
                .hasSize(2)
                .allMatch(signature -> signature.startsWith("v1,"))
                .contains(Signature.of(ID, TIMESTAMP, BODY, List.of(SECRET)));
    }
}
