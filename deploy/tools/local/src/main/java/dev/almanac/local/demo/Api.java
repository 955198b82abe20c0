package dev.almanac.local.demo;

import dev.almanac.local.demo.plan.Call;
import dev.almanac.local.machine.Probe;
import dev.almanac.local.machine.StartFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** The public API, as users of the local issuer. */
final class Api {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final int TRIES = 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final String front;
    private final String issuer;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Api(String front, String issuer) {
        this.front = front;
        this.issuer = issuer;
    }

    /**
     * Sends it until something answers that does not ask for patience.
     *
     * @param key by which a repeat is known for one
     */
    HttpResponse<String> send(Call call, String key) throws InterruptedException {
        String trouble = "";
        for (int tried = 0; tried < TRIES; tried++) {
            try {
                HttpResponse<String> answer = Probe.HTTP.send(request(call, key), BodyHandlers.ofString());
                if (answer.statusCode() == 401) {
                    tokens.remove(call.as());
                } else if (answer.statusCode() != 429 && answer.statusCode() < 500) {
                    return answer;
                }
                trouble = answer.statusCode() + " " + answer.body();
            } catch (IOException e) {
                trouble = e.toString();
            }
            Thread.sleep(BETWEEN_TRIES);
        }
        throw new StartFailure(call.method() + " " + call.path() + " found no answer: " + trouble);
    }

    private HttpRequest request(Call call, String key) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create(front + "/api/v1" + call.path()))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token(call.as()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .method(call.method(), BodyPublishers.ofString(JSON.writeValueAsString(call.body())))
                .build();
    }

    private String token(String user) throws IOException, InterruptedException {
        String known = tokens.get(user);
        if (known != null) {
            return known;
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/token?user=" + user + "&roles=manager"))
                .timeout(TIMEOUT)
                .build();
        String issued = Probe.HTTP.send(request, BodyHandlers.ofString()).body().strip();
        tokens.put(user, issued);
        return issued;
    }
}
