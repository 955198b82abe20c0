package dev.almanac.local.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes spans as any collector of OpenTelemetry does, over OTLP. */
final class TraceCollector implements AutoCloseable {
    /** What one service did for one trace. */
    record Seen(String traceId, String service, String name) {}

    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    private TraceCollector(HttpServer server) {
        this.server = server;
    }

    static TraceCollector started() {
        try {
            TraceCollector collector = new TraceCollector(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            collector.server.createContext("/v1/traces", collector::take);
            collector.server.start();
            return collector;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For the services: only requests whose caller says so are followed. */
    String options() {
        return "-Dmanagement.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:"
                + server.getAddress().getPort() + "/v1/traces -Dmanagement.tracing.sampling.probability=0"
                + " -Dmanagement.opentelemetry.tracing.export.schedule-delay=200ms";
    }

    List<Seen> of(String traceId) {
        return seen.stream().filter(span -> span.traceId().equals(traceId)).toList();
    }

    List<Seen> all() {
        return List.copyOf(seen);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            ExportTraceServiceRequest.parseFrom(exchange.getRequestBody().readAllBytes())
                    .getResourceSpansList()
                    .forEach(this::add);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void add(ResourceSpans spans) {
        String service = spans.getResource().getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(KeyValue::getValue)
                .findFirst()
                .orElseThrow()
                .getStringValue();
        spans.getScopeSpansList()
                .forEach(scope -> scope.getSpansList()
                        .forEach(span -> seen.add(new Seen(
                                HexFormat.of().formatHex(span.getTraceId().toByteArray()), service, span.getName()))));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
