package dev.almanac.terminal;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers as it was told to, in that order; the last answer goes on. */
public final class Loopback implements AutoCloseable {
    /** What was asked. */
    public record Asked(String method, String path, String query, Headers headers, String body) {
        public String header(String name) {
            String value = headers.getFirst(name);
            return value == null ? "" : value;
        }
    }

    private record Answer(int status, String type, Map<String, String> headers, String body) {}

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public Loopback() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public Loopback answers(String path, String json) {
        return answers(path, 200, json);
    }

    public Loopback answers(String path, int status, String json) {
        return answers(path, status, "application/json", Map.of(), json);
    }

    public Loopback answers(String path, int status, String type, Map<String, String> headers, String body) {
        answers.computeIfAbsent(path, _ -> new ArrayDeque<>()).add(new Answer(status, type, headers, body));
        return this;
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public Asked last() {
        return asked.getLast();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = exchange.getRequestURI().getRawQuery();
        asked.add(new Asked(
                exchange.getRequestMethod(),
                path,
                query == null ? "" : query,
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Deque<Answer> queue = answers.getOrDefault(path, new ArrayDeque<>());
        Answer answer = queue.size() > 1 ? queue.remove() : queue.peek();
        if (answer == null) {
            answer = new Answer(
                    404, "application/problem+json", Map.of(), "{\"title\":\"Nothing here\",\"status\":404}");
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
