package dev.almanac.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.query.support.OnRealParts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** An installation without the page. */
@OnRealParts
@TestPropertySource(properties = "almanac.page.enabled=false")
class SwitchedOffIT {
    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/silent.html", "/page/app.js", "/page/config.json", "/favicon.ico"})
    void there_is_no_page(String path) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("urn:scheduling:problem:not-found");
    }
}
