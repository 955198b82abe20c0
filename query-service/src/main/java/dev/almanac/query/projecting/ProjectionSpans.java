package dev.almanac.query.projecting;

import dev.almanac.telemetry.RecordScope;
import dev.almanac.telemetry.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A batch is of many traces: each that is sampled has a span for as long as the batch takes, up to a bound. */
final class ProjectionSpans {
    private static final int AT_ONCE_MAX = 100;

    private ProjectionSpans() {}

    static List<Span> begin(List<? extends ConsumerRecord<?, ?>> batch) {
        return batch.stream()
                .map(ProjectionSpans::begin)
                .filter(span -> span.getSpanContext().isValid())
                .limit(AT_ONCE_MAX)
                .toList();
    }

    private static Span begin(ConsumerRecord<?, ?> message) {
        return Traces.begin(RecordScope.parent(message.headers()), SpanKind.CONSUMER, "project " + message.topic());
    }
}
