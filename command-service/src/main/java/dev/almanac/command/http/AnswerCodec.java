package dev.almanac.command.http;

import dev.almanac.command.idempotency.Answer;
import dev.almanac.web.ApiHeaders;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers as they are kept for repeats, and back. */
@Component
class AnswerCodec {
    private final JsonMapper json;

    AnswerCodec(JsonMapper json) {
        this.json = json;
    }

    Answer answer(ResponseEntity<?> response) {
        HttpHeaders headers = response.getHeaders();
        return new Answer(
                response.getStatusCode().value(),
                headers.getETag(),
                headers.getFirst(HttpHeaders.LOCATION),
                headers.getFirst(ApiHeaders.CHANGE_POSITION),
                json.writeValueAsString(
                        response.getBody() instanceof ShownOnce secret ? secret.withoutSecret() : response.getBody()));
    }

    Answer answer(ProblemDetail problem, String path) {
        problem.setInstance(URI.create(path));
        return new Answer(problem.getStatus(), null, null, null, json.writeValueAsString(problem));
    }

    <T> T body(Answer answer, Class<T> type) {
        return json.readValue(answer.body(), type);
    }

    static ResponseEntity<String> response(Answer answer) {
        HttpHeaders headers = new HttpHeaders();
        set(headers, HttpHeaders.ETAG, answer.etag());
        set(headers, HttpHeaders.LOCATION, answer.location());
        set(headers, ApiHeaders.CHANGE_POSITION, answer.changePosition());
        headers.setContentType(answer.status() < 400 ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_PROBLEM_JSON);
        return ResponseEntity.status(answer.status()).headers(headers).body(answer.body());
    }

    private static void set(HttpHeaders headers, String name, @Nullable String value) {
        if (value != null) {
            headers.set(name, value);
        }
    }
}
