package dev.almanac.telemetry;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.trace.SpanKind;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The trace of a record in its headers, and what every line of the log names while the record is handled. */
public final class RecordScope {
    /** A header, and what it is called in the log. */
    private static final Map<String, String> NAMED =
            Map.of("ce_id", "change", "position", "position", "ce_subject", "subject");

    private RecordScope() {}

    public static @Nullable String parent(Headers headers) {
        Header parent = headers.lastHeader(Traces.PARENT);
        return parent == null || parent.value() == null ? null : new String(parent.value(), US_ASCII);
    }

    /** In place of what stood there. */
    public static void mark(Headers headers, @Nullable String parent) {
        if (parent != null) {
            headers.remove(Traces.PARENT);
            headers.add(Traces.PARENT, parent.getBytes(US_ASCII));
        }
    }

    /** Does it as a part of the record's trace, under that name. */
    public static void handling(Headers headers, String name, Runnable work) {
        NAMED.forEach((header, key) -> put(headers, header, key));
        try {
            Traces.<@Nullable Void>follow(parent(headers), SpanKind.CONSUMER, name, () -> {
                work.run();
                return null;
            });
        } finally {
            NAMED.values().forEach(MDC::remove);
        }
    }

    private static void put(Headers headers, String header, String key) {
        Header found = headers.lastHeader(header);
        if (found != null && found.value() != null) {
            MDC.put(key, new String(found.value(), UTF_8));
        }
    }
}
