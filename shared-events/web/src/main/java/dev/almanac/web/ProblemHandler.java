package dev.almanac.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The one place where a failure becomes an answer: a problem (RFC 9457). */
@Order(-2)
public final class ProblemHandler implements WebExceptionHandler {
    /** An attribute of the exchange: parameters by their names here, as the request called them. */
    public static final String ASKED_AS = ProblemHandler.class.getName() + ".askedAs";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
    private static final String SOON_SECONDS = "1";
    private static final String ERRORS = "errors";
    private final List<FailureAnswers> known;
    private final JsonMapper json;

    ProblemHandler(List<FailureAnswers> known, JsonMapper json) {
        this.known = List.copyOf(known);
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        FailureAnswer answer = answer(failure);
        if (answer.status() == 500) {
            LOG.error(
                    "A defect: {} {}",
                    exchange.getRequest().getMethod(),
                    exchange.getRequest().getPath().value(),
                    failure);
        }
        response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
        headers(response.getHeaders(), answer);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes(exchange, answer))));
    }

    /** What a request would be answered that fails so. */
    public FailureAnswer answer(Throwable failure) {
        return known.stream()
                .map(answers -> answers.of(failure))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> CommonFailures.of(failure));
    }

    private static void headers(HttpHeaders headers, FailureAnswer answer) {
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        if (answer.status() == 401) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (answer.status() == 503 || answer.status() == 429) {
            headers.set(HttpHeaders.RETRY_AFTER, SOON_SECONDS);
        }
        headers.putAll(answer.headers());
    }

    private byte[] bytes(ServerWebExchange exchange, FailureAnswer answer) {
        if (answer.body() instanceof ProblemDetail problem) {
            askedAs(exchange, problem);
        }
        return bytes(exchange.getRequest().getPath().value(), answer);
    }

    /** The body that is answered to a request to this path. */
    public byte[] bytes(String path, FailureAnswer answer) {
        return switch (answer.body()) {
            case ProblemDetail problem -> {
                problem.setInstance(URI.create(path));
                yield json.writeValueAsBytes(problem);
            }
            case ObjectNode problem -> json.writeValueAsBytes(problem.put("instance", path));
            default -> answer.body().toString().getBytes(UTF_8);
        };
    }

    private static void askedAs(ServerWebExchange exchange, ProblemDetail problem) {
        Map<String, String> names = exchange.getAttributeOrDefault(ASKED_AS, Map.of());
        if (!names.isEmpty()
                && problem.getProperties() != null
                && problem.getProperties().get(ERRORS) instanceof Map<?, ?> errors) {
            problem.setProperty(
                    ERRORS,
                    errors.entrySet().stream()
                            .collect(Collectors.toMap(
                                    fault -> names.getOrDefault(
                                            fault.getKey().toString(),
                                            fault.getKey().toString()),
                                    Map.Entry::getValue,
                                    (one, _) -> one)));
        }
    }
}
