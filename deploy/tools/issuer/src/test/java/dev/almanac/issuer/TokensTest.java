package dev.almanac.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String ISSUER = "http://localhost:8080";

    @TempDir
    Path folder;

    @Test
    void a_token_outlives_a_restart_of_the_issuer() throws Exception {
        String token = Tokens.in(folder, ISSUER, CLOCK).token(new TokenRequest("ana", List.of("manager")));

        Tokens restarted = Tokens.in(folder, ISSUER, CLOCK);
        assertThat(SignedJWT.parse(token).verify(new RSASSAVerifier(restarted.publicKey())))
                .isTrue();
    }

    @Test
    void a_token_says_who_for_whom_and_until_when() throws Exception {
        String token = Tokens.in(folder, ISSUER, CLOCK).token(new TokenRequest("ana", List.of("manager", "staff")));

        assertThat(SignedJWT.parse(token).getJWTClaimsSet()).satisfies(claims -> {
            assertThat(claims.getSubject()).isEqualTo("ana");
            assertThat(claims.getIssuer()).isEqualTo(ISSUER);
            assertThat(claims.getAudience()).containsExactly("almanac");
            assertThat(claims.getStringListClaim("roles")).containsExactly("manager", "staff");
            assertThat(claims.getExpirationTime()).isEqualTo("2026-03-02T00:00:00Z");
        });
    }

    @Test
    void the_key_set_does_not_give_the_private_key_away() throws Exception {
        assertThat(Tokens.in(folder, ISSUER, CLOCK).publicKey().isPrivate()).isFalse();
    }

    @Test
    void a_request_names_a_user_and_roles_that_exist() {
        assertThat(TokenRequest.parse("user=ana&roles=manager,staff"))
                .isEqualTo(new TokenRequest("ana", List.of("manager", "staff")));
        assertThatThrownBy(() -> TokenRequest.parse("user=ana&roles=emperor"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TokenRequest.parse(null)).isInstanceOf(IllegalArgumentException.class);
    }
}
