package dev.almanac.issuer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Signing in as a page does it: authorization code with PKCE. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class IssuerIT {
    private static final String PAGE = "http://localhost:8000/";
    private static final String VERIFIER = "a".repeat(64);

    @TempDir
    static Path folder;

    @LocalServerPort
    private int port;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @DynamicPropertySource
    static void keep(DynamicPropertyRegistry registry) {
        registry.add("almanac.issuer.folder", folder::toString);
        registry.add("spring.security.oauth2.authorizationserver.issuer", () -> "http://localhost:8080");
    }

    @ParameterizedTest
    @CsvSource({"carl, customer", "sue, staff", "ana, manager", "root, admin"})
    void a_click_signs_a_user_in_and_the_page_gets_a_token_for_the_services(String user, String role) throws Exception {
        String asked = authorize(Map.of());
        HttpResponse<String> toLogin = browser.get(asked);
        assertThat(Browser.location(toLogin).getPath()).isEqualTo("/login");

        HttpResponse<String> back = browser.signIn(user);
        HttpResponse<String> toPage = browser.get(Browser.local(Browser.location(back)));
        assertThat(Browser.location(toPage).toString())
                .startsWith(PAGE + "?code=")
                .contains("state=s1");
        HttpResponse<String> answer = tokens(Browser.parameter(Browser.location(toPage), "code"), VERIFIER);

        assertThat(answer.statusCode()).isEqualTo(200);
        SignedJWT access = SignedJWT.parse(Browser.field(answer, "access_token"));
        assertThat(access.getJWTClaimsSet().getSubject()).isEqualTo(user);
        assertThat(access.getJWTClaimsSet().getAudience()).containsExactly("almanac");
        assertThat(access.getJWTClaimsSet().getIssuer()).isEqualTo("http://localhost:8080");
        assertThat(access.getJWTClaimsSet().getStringListClaim("roles")).containsExactly(role);
        assertThat(access.verify(new RSASSAVerifier(keys().getKeys().getFirst().toRSAKey())))
                .isTrue();
        SignedJWT identity = SignedJWT.parse(Browser.field(answer, "id_token"));
        assertThat(identity.getJWTClaimsSet().getStringClaim("nonce")).isEqualTo("n1");
        assertThat(identity.getJWTClaimsSet().getAudience()).containsExactly("almanac-web");

        assertThat(Browser.location(browser.get(authorize(Map.of("prompt", "none"))))
                        .toString())
                .as("whoever is signed in need not click again")
                .startsWith(PAGE + "?code=");
    }

    @Test
    void a_code_is_worth_nothing_without_its_proof_and_nothing_twice() throws Exception {
        browser.get(authorize(Map.of()));
        browser.signIn("ana");
        String code = Browser.parameter(Browser.location(browser.get(authorize(Map.of()))), "code");

        assertThat(tokens(code, "b".repeat(64)).statusCode()).isEqualTo(400);

        String other = Browser.parameter(Browser.location(browser.get(authorize(Map.of()))), "code");
        assertThat(tokens(other, VERIFIER).statusCode()).isEqualTo(200);
        assertThat(tokens(other, VERIFIER).statusCode()).isEqualTo(400);
    }

    @Test
    void nobody_else_signs_in_no_other_page_is_sent_a_code_and_who_is_not_signed_in_is_not_asked_silently()
            throws Exception {
        browser.get(authorize(Map.of()));
        assertThat(Browser.location(browser.signIn("mallory")).toString()).endsWith("/login?error");
        assertThat(browser.get(authorize(Map.of("redirect_uri", "https://evil.test/")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(Browser.location(browser.get(authorize(Map.of("prompt", "none"))))
                        .toString())
                .startsWith(PAGE)
                .contains("error=login_required");
        assertThat(Browser.location(browser.get(authorize(Map.of("code_challenge", ""))))
                        .toString())
                .contains("error=invalid_request");
    }

    @Test
    void it_says_of_itself_what_openid_connect_asks_for_and_gives_no_private_key_away() throws Exception {
        HttpResponse<String> about = browser.get("/.well-known/openid-configuration");
        assertThat(about.statusCode()).isEqualTo(200);
        assertThat(Browser.field(about, "issuer")).isEqualTo("http://localhost:8080");
        assertThat(Browser.field(about, "jwks_uri")).isEqualTo("http://localhost:8080/.well-known/jwks.json");
        assertThat(Browser.field(about, "end_session_endpoint")).isNotEmpty();
        assertThat(keys().getKeys().getFirst().isPrivate()).isFalse();
    }

    @Test
    void a_shell_gets_a_token_for_any_user_and_roles() throws Exception {
        HttpResponse<String> token = browser.get("/token?user=vera&roles=staff,manager");
        assertThat(token.statusCode()).isEqualTo(200);
        assertThat(SignedJWT.parse(token.body()).getJWTClaimsSet().getStringListClaim("roles"))
                .containsExactly("staff", "manager");
        assertThat(browser.get("/token?user=vera&roles=emperor").statusCode()).isEqualTo(400);
        assertThat(browser.get("/token").statusCode()).isEqualTo(400);
    }

    /** A page asks for both from its own origin, in a browser that lets it read only what the issuer admits. */
    @ParameterizedTest
    @CsvSource({"GET, /.well-known/openid-configuration", "POST, /oauth2/token", "GET, /.well-known/jwks.json"})
    void the_pages_origin_may_read_what_it_needs_and_no_other_may(String method, String path) throws Exception {
        assertThat(admitted(method, path, "http://localhost:8000")).isEqualTo("http://localhost:8000");
        assertThat(admitted(method, path, "https://evil.test")).isEmpty();
    }

    private String admitted(String method, String path, String origin) throws IOException, InterruptedException {
        return browser.send(browser.request(path)
                        .header("Origin", origin)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .method(method, HttpRequest.BodyPublishers.ofString("grant_type=authorization_code"))
                        .build())
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .orElse("");
    }

    @Test
    void a_frame_is_sent_back_to_the_page_whether_somebody_is_signed_in_or_not() throws Exception {
        String silently = authorize(Map.of("prompt", "none", "redirect_uri", PAGE + "silent.html"));
        assertThat(Browser.location(browser.get(silently)).toString())
                .startsWith(PAGE + "silent.html?")
                .contains("error=login_required", "state=s1");

        browser.get(authorize(Map.of()));
        browser.signIn("ana");
        HttpResponse<String> answer = browser.get(silently);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.location(answer).toString()).startsWith(PAGE + "silent.html?code=");
    }

    private String authorize(Map<String, String> more) throws Exception {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "response_type", "code",
                "client_id", "almanac-web",
                "redirect_uri", PAGE,
                "scope", "openid profile",
                "state", "s1",
                "nonce", "n1",
                "code_challenge_method", "S256",
                "code_challenge", challenge()));
        parameters.putAll(more);
        return "/oauth2/authorize?" + Browser.form(parameters);
    }

    private static String challenge() throws Exception {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII)));
    }

    private HttpResponse<String> tokens(String code, String verifier) throws Exception {
        return browser.post(
                "/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "almanac-web",
                        "redirect_uri", PAGE,
                        "code", code,
                        "code_verifier", verifier));
    }

    private JWKSet keys() throws Exception {
        return JWKSet.parse(browser.get("/.well-known/jwks.json").body());
    }
}
