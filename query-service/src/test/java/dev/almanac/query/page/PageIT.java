package dev.almanac.query.page;

import static dev.almanac.query.support.RealParts.ISSUER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The page as a browser is given it. */
@OnRealParts
class PageIT {
    private final HttpClient browser = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Api api;

    @ParameterizedTest
    @CsvSource({
        "/, text/html;charset=UTF-8",
        "/silent.html, text/html;charset=UTF-8",
        "/page/app.js, text/javascript;charset=UTF-8",
        "/page/app.js.map, application/json",
        "/page/styles.css, text/css;charset=UTF-8",
        "/page/texts/en.json, application/json",
        "/page/icon.svg, image/svg+xml",
        "/favicon.ico, image/svg+xml",
        "/page/licenses.txt, text/plain;charset=UTF-8",
        "/page/config.json, application/json"
    })
    void a_file_has_its_type_its_tag_and_its_policy(String path, String type) throws Exception {
        HttpResponse<byte[]> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo(type);
        assertThat(header(answer, "ETag")).matches("\"[0-9a-f]{24}\"");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Permissions-Policy")).contains("camera=()");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'; script-src 'self'; style-src 'self'", "frame-ancestors 'self'")
                .contains("connect-src 'self' " + issuerOrigin() + ";", "frame-src 'self' " + issuerOrigin() + ";")
                .doesNotContain("unsafe");
        assertThat(answer.body()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/page/app.js", "/page/config.json"})
    void who_has_it_already_is_told_so(String path) throws Exception {
        String tag = header(get(path), "ETag");
        HttpResponse<byte[]> same = get(path, "If-None-Match", tag);

        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(header(same, "ETag")).isEqualTo(tag);
        assertThat(header(same, "Cache-Control")).isEqualTo("no-cache");
        assertThat(get(path, "If-None-Match", "\"of-yesterday\"").statusCode()).isEqualTo(200);
    }

    @Test
    void who_unpacks_gzip_gets_the_same_with_gzip() throws Exception {
        HttpResponse<byte[]> plain = get("/page/app.js");
        HttpResponse<byte[]> packed = get("/page/app.js", "Accept-Encoding", "gzip, deflate, br");

        assertThat(header(plain, "Content-Encoding")).isEmpty();
        assertThat(header(plain, "Vary")).contains("Accept-Encoding");
        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(packed, "Vary")).contains("Accept-Encoding");
        assertThat(header(packed, "Content-Type")).isEqualTo(header(plain, "Content-Type"));
        assertThat(header(packed, "ETag")).isNotEqualTo(header(plain, "ETag"));
        assertThat(packed.body().length).isLessThan(plain.body().length);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(get("/page/app.js", "Accept-Encoding", "gzip", "If-None-Match", header(packed, "ETag"))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void texts_go_with_gzip_too_and_keep_the_tag_of_their_file() throws Exception {
        HttpResponse<byte[]> packed = get("/page/app.js.map", "Accept-Encoding", "gzip");

        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(packed, "ETag")).endsWith("-gzip\"");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(get("/page/app.js.map").body());
    }

    @Test
    void a_head_request_is_told_all_but_the_file() throws Exception {
        HttpResponse<byte[]> whole = get("/page/app.js");
        HttpResponse<byte[]> head = send("HEAD", "/page/app.js");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String header : List.of("Content-Type", "Content-Length", "ETag", "Content-Security-Policy")) {
            assertThat(header(head, header)).as(header).isEqualTo(header(whole, header));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/page",
                "/page/",
                "/page/nothing.js",
                "/page/files.txt",
                "/page/app.js.gz",
                "/page/index.html",
                "/index.html",
                "/application.yaml",
                "/page/../application.yaml",
                "/page/../../etc/passwd",
                "/page/%2e%2e/application.yaml",
                "/page/..%2fapplication.yaml",
                "/page/..%5capplication.yaml",
                "/page/%252e%252e/application.yaml",
                "/page//app.js",
                "//page/app.js",
                "//etc/passwd",
                "/page/./app.js",
                "/page/;/app.js",
                "/page/app.js%00.css",
                "/page/%61pp.js",
                "/page/texts",
                "/page/texts/../app.js",
                "/page/file:///etc/passwd",
                "/page/classpath:application.yaml"
            })
    void whatever_else_is_asked_for_is_a_problem(String path) throws Exception {
        HttpResponse<byte[]> answer = get(path);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(new String(answer.body(), UTF_8)).doesNotContain("almanac:", "root:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void it_can_only_be_read(String method) throws Exception {
        HttpResponse<byte[]> answer = send(method, "/page/app.js");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(answer, "Allow")).contains("GET", "HEAD");
        assertThat(send(method, "/").statusCode()).isEqualTo(405);
    }

    @Test
    void says_where_to_sign_in() throws Exception {
        assertThat(JsonMapper.shared().readTree(get("/page/config.json").body()))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"issuer": "%s", "clientId": "almanac-web", "scope": "openid profile", "imageOrigins": ["https:"]}
                        """.formatted(ISSUER.issuer())));
    }

    /** A page could do nothing with what only programs read. */
    @Test
    void the_api_has_its_own_headers() {
        api.http()
                .get()
                .uri("/calendars")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        assertThat(api.anonymous().status("/calendars")).isEqualTo(401);
    }

    private static String issuerOrigin() {
        URI issuer = URI.create(ISSUER.issuer());
        return issuer.getScheme() + "://" + issuer.getRawAuthority();
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    private HttpResponse<byte[]> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, BodyPublishers.noBody());
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return browser.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(",", answer.headers().allValues(name));
    }
}
