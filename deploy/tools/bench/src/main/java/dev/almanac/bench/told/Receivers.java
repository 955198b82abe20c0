package dev.almanac.bench.told;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.almanac.bench.told.Moves.Hearing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Other teams' servers, of which the last takes messages and never answers. */
final class Receivers implements AutoCloseable {
    private static final int HTTP_NO_CONTENT = 204;
    private final HttpServer server;
    private final int count;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Map<Hearing, Long> heardNanos = new ConcurrentHashMap<>();

    Receivers(int count) throws IOException {
        this.count = count;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    List<String> urls() {
        return IntStream.range(0, count)
                .mapToObj(number -> "http://127.0.0.1:" + server.getAddress().getPort() + "/" + number)
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        String who = exchange.getRequestURI().getPath();
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (who.equals("/" + (count - 1))) {
                end.await();
            }
            heardNanos.putIfAbsent(new Hearing(exchange.getRequestHeaders().getFirst("webhook-id"), who), now);
            exchange.sendResponseHeaders(HTTP_NO_CONTENT, -1);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    Map<Hearing, Long> heardNanos() {
        return heardNanos;
    }

    @Override
    public void close() {
        server.stop(0);
        end.countDown();
    }
}
