package dev.almanac.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.util.context.Context;

class TracesTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SAMPLED = "00-" + TRACE + "-b7ad6b7169203331-01";
    private static final String UNSAMPLED = "00-" + TRACE + "-b7ad6b7169203331-00";

    @BeforeAll
    static void sdk() {
        Traces.use(OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder().build())
                .build());
    }

    @AfterAll
    static void none() {
        Traces.use(io.opentelemetry.api.OpenTelemetry.noop());
    }

    @Test
    void what_follows_is_of_the_same_trace_and_a_span_of_its_own() {
        assertThat(followed(SAMPLED)).startsWith("00-" + TRACE).endsWith("-01").isNotEqualTo(SAMPLED);
    }

    @Test
    void what_is_not_sampled_is_handed_on_as_it_is() {
        assertThat(followed(UNSAMPLED)).isEqualTo(UNSAMPLED);
        assertThat(Traces.begin(UNSAMPLED, SpanKind.INTERNAL, "step").getSpanContext())
                .isEqualTo(Span.getInvalid().getSpanContext());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00-1-2-3", "nonsense", "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"})
    void what_is_no_trace_begins_none(String parent) {
        assertThat(followed(parent)).isNull();
    }

    @Test
    void without_a_request_there_is_none() {
        assertThat(Traces.parent()).isNull();
        assertThat(Traces.parent(Context.empty())).isNull();
    }

    private static @Nullable String followed(String parent) {
        return Traces.<@Nullable String>follow(parent, SpanKind.INTERNAL, "step", Traces::parent);
    }
}
