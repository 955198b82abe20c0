package dev.almanac.terminal.login;

import dev.almanac.terminal.api.Json;
import dev.almanac.terminal.api.Unreachable;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Speaks to an issuer, which takes forms and answers JSON. */
final class Form {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** What was answered; no object where it was no JSON. */
    record Answer(int status, JsonNode json, String text) {
        String word(String name) {
            return json.path(name).asString("");
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    Answer get(URI address) {
        return send(HttpRequest.newBuilder(address).GET());
    }

    Answer post(URI address, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private Answer send(HttpRequest.Builder request) {
        HttpRequest built = request.timeout(TIMEOUT)
                .header("Accept", "application/json, text/plain")
                .build();
        try {
            HttpResponse<String> answer = http.send(built, BodyHandlers.ofString());
            return new Answer(answer.statusCode(), json(answer.body()), answer.body());
        } catch (IOException e) {
            throw new Unreachable("nobody answers at " + place(built), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("stopped while waiting for " + place(built), e);
        }
    }

    private static String place(HttpRequest request) {
        return request.uri().getScheme() + "://" + request.uri().getAuthority();
    }

    private static JsonNode json(String body) {
        try {
            return Json.read(body);
        } catch (JacksonException other) {
            return Json.object();
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
