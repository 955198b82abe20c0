package dev.almanac.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.local.Suite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The front has the page, which finds its issuer, which knows where to send people back to. */
final class PageFilesStory {
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private final HttpClient browser = HttpClient.newHttpClient();

    void isToldBy(Suite suite) throws IOException, InterruptedException {
        String front = suite.frontUrl();
        HttpResponse<String> page = get(front + "/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("src=\"/page/app.js\"");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("connect-src 'self' " + suite.issuerUrl() + ";");
        HttpResponse<String> script = get(front + "/page/app.js", "Accept-Encoding", "gzip");
        assertThat(script.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(get(front + "/page/nothing.js").statusCode()).isEqualTo(404);

        String issuer = Client.json(get(front + "/page/config.json").body())
                .get("issuer")
                .asString();
        assertThat(issuer).isEqualTo(suite.issuerUrl());
        HttpResponse<String> silently = get(issuer
                + "/oauth2/authorize?response_type=code&client_id=almanac-web&scope=openid&prompt=none&redirect_uri="
                + Client.encoded(front + "/silent.html")
                + "&code_challenge_method=S256&code_challenge="
                + CHALLENGE);
        assertThat(silently.headers().firstValue("Location").orElse(""))
                .startsWith(front + "/silent.html?error=login_required");
    }

    private HttpResponse<String> get(String address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).header("Accept", "*/*");
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return browser.send(request.build(), BodyHandlers.ofString());
    }
}
