package dev.almanac.query.measuring;

import dev.almanac.telemetry.Buckets;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** How long those answers take that people asked for by name. All answers are in {@code http.server.requests}. */
@Component
@Order(NamedRequests.AROUND_ALL)
class NamedRequests implements WebFilter {
    static final int AROUND_ALL = -300;
    private static final String EVENTS = "/api/v1/calendar/events";
    private final Map<String, Timer> timers = new HashMap<>();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    NamedRequests(MeterRegistry meters) {
        for (String view : new String[] {"view", "daily", "weekly", "monthly"}) {
            timers.put(
                    "/api/v1/calendars/{calendarId}/" + view,
                    timer(meters, "calendar.view.generation.duration", "view", view));
        }
        Timer one = timer(meters, "availability.check.duration", "resources", "one");
        timers.put("/api/v1/resources/{resourceId}/availability", one);
        timers.put("/api/v1/resources/{resourceId}/availability/slots", one);
        timers.put("/api/v1/resources/availability/check", one);
        timers.put(
                "/api/v1/resources/availability/check-multiple",
                timer(meters, "availability.check.duration", "resources", "many"));
        timers.put(EVENTS, timer(meters, "calendar.events.request.duration"));
        timers.put(EVENTS + "/{eventId}/attachments", timer(meters, "calendar.attachments.request.duration"));
        Gauge.builder("calendar.events.error.rate", this::errorRate)
                .description("Share of requests of the events of calendars that failed by our fault, since the start")
                .register(meters);
    }

    private static Timer timer(MeterRegistry meters, String name, String... tags) {
        return Timer.builder(name)
                .tags(tags)
                .serviceLevelObjectives(Buckets.answers())
                .register(meters);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long start = System.nanoTime();
        return chain.filter(exchange).doFinally(_ -> note(exchange, Duration.ofNanos(System.nanoTime() - start)));
    }

    private void note(ServerWebExchange exchange, Duration took) {
        Object pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String route = pattern == null ? "" : pattern.toString();
        Timer timer = timers.get(route);
        if (timer != null) {
            timer.record(took);
        }
        if (route.equals(EVENTS)) {
            asked.incrementAndGet();
            HttpStatusCode status = exchange.getResponse().getStatusCode();
            failed.addAndGet(status != null && status.is5xxServerError() ? 1 : 0);
        }
    }

    private double errorRate() {
        return asked.get() == 0 ? 0 : (double) failed.get() / asked.get();
    }
}
