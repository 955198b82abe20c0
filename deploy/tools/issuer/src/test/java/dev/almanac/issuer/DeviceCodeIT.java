package dev.almanac.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Signing a program in: it shows a code, a person confirms it in a browser (RFC 8628). */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DeviceCodeIT {
    @TempDir
    static Path folder;

    @LocalServerPort
    private int port;

    private Browser browser;
    private Browser program;

    @DynamicPropertySource
    static void keep(DynamicPropertyRegistry registry) {
        registry.add("almanac.issuer.folder", folder::toString);
        registry.add("spring.security.oauth2.authorizationserver.issuer", () -> "http://localhost:8080");
    }

    @BeforeEach
    void open() {
        browser = new Browser(port);
        program = new Browser(port);
    }

    @Test
    void a_program_is_who_confirmed_its_code_and_stays_so_without_being_asked_again() throws Exception {
        HttpResponse<String> codes = codes();
        assertThat(Browser.field(codes, "verification_uri")).endsWith("/activate");
        assertThat(pending(codes)).isEqualTo("authorization_pending");

        HttpResponse<String> question = question(codes);
        assertThat(question.body())
                .contains("almanac-terminal", "<strong>ana</strong>", Browser.field(codes, "user_code"));
        assertThat(Browser.location(answer(question, Browser.hidden(question, "scope"))))
                .hasPath("/activate/done");
        assertThat(browser.get("/activate/done").statusCode()).isEqualTo(200);

        HttpResponse<String> tokens = tokens(codes);
        JWTClaimsSet claims =
                SignedJWT.parse(Browser.field(tokens, "access_token")).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("ana");
        assertThat(claims.getAudience()).containsExactly("almanac");
        assertThat(claims.getStringListClaim("roles")).containsExactly("manager");
        assertThat(tokens(codes).statusCode())
                .as("a code is worth nothing twice")
                .isEqualTo(400);

        HttpResponse<String> later = refreshed(Browser.field(tokens, "refresh_token"));
        JWTClaimsSet then =
                SignedJWT.parse(Browser.field(later, "access_token")).getJWTClaimsSet();
        assertThat(then.getSubject()).isEqualTo("ana");
        assertThat(then.getStringListClaim("roles")).containsExactly("manager");
        assertThat(refreshed(Browser.field(tokens, "refresh_token")).statusCode())
                .as("a refresh token is worth nothing twice")
                .isEqualTo(400);
    }

    @Test
    void who_refuses_signs_nobody_in_and_is_asked_each_time() throws Exception {
        HttpResponse<String> first = codes();
        HttpResponse<String> question = question(first);
        answer(question, Browser.hidden(question, "scope"));

        HttpResponse<String> second = codes();
        HttpResponse<String> again = toQuestion(second);
        assertThat(again.body()).as("a consent is remembered").contains("Is that your program?");
        assertThat(Browser.location(answer(again, ""))).hasPath("/activate/refused");
        assertThat(browser.get("/activate/refused").statusCode()).isEqualTo(200);
        assertThat(pending(second)).isEqualTo("access_denied");
    }

    @Test
    void nobody_answers_for_somebody_else_and_an_unknown_code_is_refused() throws Exception {
        HttpResponse<String> codes = codes();
        HttpResponse<String> question = question(codes);
        browser = new Browser(port);
        browser.get("/activate");
        browser.signIn("carl");
        assertThat(Browser.location(answer(question, "profile"))).hasPath("/activate/refused");
        assertThat(pending(codes)).isEqualTo("authorization_pending");

        assertThat(Browser.location(browser.get("/oauth2/device_verification?user_code=BBBB-BBBB")))
                .hasPath("/activate/refused");
    }

    @ParameterizedTest
    @CsvSource({"mallory, profile", "almanac-web, profile", "'', profile", "almanac-terminal, emperor"})
    void only_programs_that_are_known_here_get_codes_and_for_nothing_more(String client, String scope)
            throws Exception {
        HttpResponse<String> answer =
                program.post("/oauth2/device_authorization", Map.of("client_id", client, "scope", scope));
        assertThat(answer.statusCode()).isIn(400, 401);
        assertThat(answer.body()).doesNotContain("device_code");
    }

    @Test
    void a_code_in_the_link_stands_in_the_form_and_means_no_more_than_its_letters() throws Exception {
        browser.get("/activate");
        browser.signIn("ana");
        assertThat(browser.get("/activate?user_code=BCDF-GHJK").body()).contains("value=\"BCDF-GHJK\"");
        assertThat(browser.get("/activate?user_code=%22%3E%3Cscript%3E").body()).doesNotContain("<script>");
    }

    private HttpResponse<String> codes() throws Exception {
        HttpResponse<String> codes = program.post(
                "/oauth2/device_authorization", Map.of("client_id", "almanac-terminal", "scope", "profile"));
        assertThat(codes.statusCode()).as(codes.body()).isEqualTo(200);
        return codes;
    }

    /** What ana sees who follows the link that the program shows, and signs in. */
    private HttpResponse<String> question(HttpResponse<String> codes) throws Exception {
        assertThat(Browser.location(browser.get("/activate"))).hasPath("/login");
        browser.signIn("ana");
        return toQuestion(codes);
    }

    private HttpResponse<String> toQuestion(HttpResponse<String> codes) throws Exception {
        URI question = Browser.location(
                browser.get("/oauth2/device_verification?user_code=" + Browser.field(codes, "user_code")));
        return browser.get(Browser.local(question));
    }

    private HttpResponse<String> answer(HttpResponse<String> question, String scope) throws Exception {
        return browser.post(
                "/oauth2/device_verification",
                Map.of(
                        "client_id", Browser.hidden(question, "client_id"),
                        "state", Browser.hidden(question, "state"),
                        "user_code", Browser.hidden(question, "user_code"),
                        "scope", scope));
    }

    private String pending(HttpResponse<String> codes) throws Exception {
        return Browser.field(tokens(codes), "error");
    }

    private HttpResponse<String> tokens(HttpResponse<String> codes) throws Exception {
        return program.post(
                "/oauth2/token",
                Map.of(
                        "grant_type", "urn:ietf:params:oauth:grant-type:device_code",
                        "client_id", "almanac-terminal",
                        "device_code", Browser.field(codes, "device_code")));
    }

    private HttpResponse<String> refreshed(String token) throws Exception {
        return program.post(
                "/oauth2/token",
                Map.of("grant_type", "refresh_token", "client_id", "almanac-terminal", "refresh_token", token));
    }
}
