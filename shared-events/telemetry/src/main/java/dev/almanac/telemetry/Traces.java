package dev.almanac.telemetry;

import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * One trace from a request to all that follows from it, however often that changes threads and processes: what is written names its
 * trace in {@value #PARENT}, as W3C has it, and whoever reads it goes on there. Of what is not sampled there are no spans, and the
 * trace is handed on all the same, so that logs name it.
 */
public final class Traces {
    /** A header of requests and of records, and a key of the metadata of commands and changes. */
    public static final String PARENT = "traceparent";

    private static final int LENGTH_MAX = 100;
    private static final TextMapGetter<String> ITSELF = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String parent) {
            return List.of(PARENT);
        }

        @Override
        public @Nullable String get(@Nullable String parent, String key) {
            return PARENT.equals(key) ? parent : null;
        }
    };

    private static volatile Tracer tracer = OpenTelemetry.noop().getTracer("almanac");

    private Traces() {}

    /** Kafka Streams makes processors and interceptors by itself: they find it here. */
    static void use(OpenTelemetry telemetry) {
        tracer = telemetry.getTracer("almanac");
    }

    /** Of what is being done now; null if that belongs to no trace. */
    public static @Nullable String parent() {
        Map<String, String> carrier = new HashMap<>(2);
        W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, (map, key, value) -> {
            if (map != null) {
                map.put(key, value);
            }
        });
        return carrier.get(PARENT);
    }

    /** Of the request that is being answered. */
    public static @Nullable String parent(ContextView request) {
        Observation observation = request.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
        TracingContext tracing =
                observation == null ? null : observation.getContextView().get(TracingContext.class);
        var span = tracing == null ? null : tracing.getSpan();
        if (span == null || span.context().traceId().isBlank()) {
            return null;
        }
        return "00-" + span.context().traceId() + "-" + span.context().spanId()
                + (Boolean.TRUE.equals(span.context().sampled()) ? "-01" : "-00");
    }

    /** Does it as a part of that trace. */
    public static <T extends @Nullable Object> T within(@Nullable String parent, Callable<T> work) throws Exception {
        try (Scope _ = context(parent).makeCurrent()) {
            return work.call();
        }
    }

    /** Does it as a part of that trace, under a name of its own. */
    public static <T extends @Nullable Object> T follow(
            @Nullable String parent, SpanKind kind, String name, Supplier<T> work) {
        Context context = context(parent);
        if (!Span.fromContext(context).getSpanContext().isSampled()) {
            try (Scope _ = context.makeCurrent()) {
                return work.get();
            }
        }
        Span span = start(context, kind, name);
        try (Scope _ = span.makeCurrent()) {
            return work.get();
        } catch (RuntimeException failure) {
            span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
            throw failure;
        } finally {
            span.end();
        }
    }

    /** A span for the one who ends it; none where the trace is not sampled. */
    public static Span begin(@Nullable String parent, SpanKind kind, String name) {
        Context context = context(parent);
        SpanContext known = Span.fromContext(context).getSpanContext();
        return known.isSampled() ? start(context, kind, name) : Span.getInvalid();
    }

    private static Span start(Context context, SpanKind kind, String name) {
        return tracer.spanBuilder(name).setSpanKind(kind).setParent(context).startSpan();
    }

    /** What is no such name, or of another version, begins nothing. */
    private static Context context(@Nullable String parent) {
        return parent == null || parent.length() > LENGTH_MAX
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), parent, ITSELF);
    }
}
