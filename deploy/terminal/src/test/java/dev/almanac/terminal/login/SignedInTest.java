package dev.almanac.terminal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.terminal.Loopback;
import dev.almanac.terminal.api.NotSignedIn;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedInTest {
    private static final Instant NOW = Instant.parse("2026-12-06T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final URI HERE = URI.create("http://localhost:8000");
    private static final String TOKENS = "/oauth2/token";

    @TempDir
    Path folder;

    private final Loopback issuer = new Loopback();
    private Map<String, String> environment = Map.of();

    @BeforeEach
    void place() {
        environment = Map.of("XDG_CONFIG_HOME", folder.toString());
        String name = issuer.uri().toString();
        issuer.answers("/.well-known/openid-configuration", """
                {"issuer":"%s","token_endpoint":"%s/oauth2/token","device_authorization_endpoint":"%s/oauth2/device"}
                """.formatted(name, name, name));
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void a_token_of_the_environment_goes_before_all() {
        assertThat(SignedIn.at(HERE, Map.of("ALMANAC_TOKEN", "given"), CLOCK).token())
                .isEqualTo("given");
    }

    @Test
    void who_is_not_signed_in_is_told_what_to_do() {
        assertThatThrownBy(() -> SignedIn.at(HERE, environment, CLOCK).token())
                .isInstanceOf(NotSignedIn.class)
                .hasMessageContaining("almanac login");
    }

    @Test
    void a_token_that_is_over_is_renewed_once_and_kept() {
        keep(NOW.plusSeconds(30), "first");
        issuer.answers(TOKENS, "{\"access_token\":\"new\",\"refresh_token\":\"second\",\"expires_in\":3600}");
        SignedIn signedIn = SignedIn.at(HERE, environment, CLOCK);

        assertThat(signedIn.token()).isEqualTo("new");
        assertThat(signedIn.token()).isEqualTo("new");
        assertThat(SignedIn.at(HERE, environment, CLOCK).token()).isEqualTo("new");

        assertThat(issuer.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.body())
                        .contains("grant_type=refresh_token", "refresh_token=first", "client_id=almanac-terminal"));
        assertThat(CredentialsFile.in(environment).of(HERE))
                .hasValueSatisfying(kept -> assertThat(kept.refreshToken()).isEqualTo("second"));
    }

    @Test
    void what_cannot_be_renewed_any_more_is_over() {
        keep(NOW, "first");
        issuer.answers(TOKENS, 400, "{\"error\":\"invalid_grant\"}");

        assertThatThrownBy(() -> SignedIn.at(HERE, environment, CLOCK).token())
                .isInstanceOf(NotSignedIn.class)
                .hasMessageContaining("over")
                .hasMessageNotContaining("first");
    }

    @Test
    void a_person_confirms_the_code_that_is_shown() throws InterruptedException {
        issuer.answers("/oauth2/device", """
                        {"device_code":"d","user_code":"BCDF-GHJK","verification_uri":"http://localhost/activate",
                         "expires_in":600,"interval":0}
                        """)
                .answers(TOKENS, 400, "{\"error\":\"authorization_pending\"}")
                .answers(TOKENS, "{\"access_token\":\"hers\",\"refresh_token\":\"r\",\"expires_in\":3600}");
        List<DeviceCode> shown = new ArrayList<>();

        new Login(HERE, environment, CLOCK).byDevice(issuer.uri().toString(), shown::add);

        assertThat(shown).singleElement().satisfies(code -> {
            assertThat(code.userCode()).isEqualTo("BCDF-GHJK");
            assertThat(code.completeAddress()).isEqualTo("http://localhost/activate");
        });
        assertThat(SignedIn.at(HERE, environment, CLOCK).token()).isEqualTo("hers");
    }

    @Test
    void a_code_that_is_refused_signs_nobody_in() {
        issuer.answers(
                        "/oauth2/device",
                        "{\"device_code\":\"d\",\"user_code\":\"B\",\"expires_in\":600,\"interval\":0}")
                .answers(TOKENS, 400, "{\"error\":\"access_denied\"}");
        Login login = new Login(HERE, environment, CLOCK);

        assertThatThrownBy(() -> login.byDevice(issuer.uri().toString(), _ -> {}))
                .isInstanceOf(NotSignedIn.class)
                .hasMessageContaining("refused");
        assertThat(login.forget()).isFalse();
    }

    @Test
    void an_issuer_whose_tokens_could_be_read_on_their_way_is_not_asked() {
        Login login = new Login(HERE, environment, CLOCK);

        assertThatThrownBy(() -> login.byDevice("http://issuer.example", _ -> {}))
                .isInstanceOf(NotSignedIn.class)
                .hasMessageContaining("https");
    }

    private void keep(Instant end, String refreshToken) {
        CredentialsFile.in(environment)
                .keep(
                        HERE,
                        new Credentials(
                                "old",
                                end,
                                refreshToken,
                                new Credentials.Client(
                                        "almanac-terminal", issuer.uri().toString(), issuer.uri() + "/oauth2/token")));
    }
}
