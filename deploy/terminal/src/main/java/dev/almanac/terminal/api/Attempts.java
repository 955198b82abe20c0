package dev.almanac.terminal.api;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** How often a request is sent, and how long is waited in between: a part that restarts is there again soon. */
record Attempts(int max, Duration pause) {
    private static final int UNAVAILABLE = 503;
    private static final Duration PAUSE_MAX = Duration.ofSeconds(5);

    static Attempts asUsual() {
        return new Attempts(4, Duration.ofMillis(500));
    }

    HttpResponse<byte[]> of(HttpClient http, HttpRequest request) {
        try {
            return sent(http, request, 1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unreachable("stopped while waiting for " + request.uri().getAuthority(), stopped);
        }
    }

    private HttpResponse<byte[]> sent(HttpClient http, HttpRequest request, int attempt) throws InterruptedException {
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != UNAVAILABLE || attempt == max) {
                return answer;
            }
            Thread.sleep(pauseAfter(answer, attempt));
        } catch (ConnectException nobody) {
            // Whoever types waits for no machine that is not there: one that restarts behind its front is answered for
            // by that.
            throw unreachable(request, "nobody listens at ", nobody);
        } catch (HttpTimeoutException late) {
            throw unreachable(request, "no answer in time from ", late);
        } catch (IOException failed) {
            if (attempt == max) {
                throw unreachable(request, "the connection failed to ", failed);
            }
            Thread.sleep(pause.multipliedBy(attempt));
        }
        return sent(http, request, attempt + 1);
    }

    private Duration pauseAfter(HttpResponse<?> answer, int attempt) {
        Duration asked = answer.headers().firstValue("Retry-After").filter(text -> text.matches("\\d{1,4}")).stream()
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .findFirst()
                .orElse(pause.multipliedBy(attempt));
        return asked.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : asked;
    }

    private static Unreachable unreachable(HttpRequest request, String what, IOException cause) {
        return new Unreachable(
                what + request.uri().getScheme() + "://" + request.uri().getAuthority(), cause);
    }
}
