package dev.almanac.query.position;

import dev.almanac.query.store.StoreFailures;
import dev.almanac.web.ApiHeaders;
import dev.almanac.web.InvalidRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * {@code After-Position} on a GET: answers only from views that have passed that position. What was found while the store broke off
 * is not told, not even that there is nothing.
 */
@Component
@Order(10)
class AfterPositionFilter implements WebFilter {
    /** What shows no conflicts need not wait for them; whatever is not named here may show some. */
    private static final Map<Extent, List<PathPattern>> SHOWN = Map.of(
            Extent.RECORDED,
            patterns(
                    "/api/v1/calendars",
                    "/api/v1/calendars/{id}",
                    "/api/v1/calendars/{id}/shares",
                    "/api/v1/calendars/{id}/feed-tokens",
                    "/api/v1/calendars/{id}/feed.ics",
                    "/api/v1/calendar/config",
                    "/api/v1/calendar/events/{id}/attachments",
                    "/api/v1/resources/{id}",
                    "/api/v1/changes",
                    "/api/v1/schedules/{id}/history",
                    "/api/v1/schedules/rules/{id}/history",
                    "/api/v1/calendars/{id}/history",
                    "/api/v1/resources/{id}/history"),
            Extent.EXPANDED,
            patterns(
                    "/api/v1/schedules/window",
                    "/api/v1/schedules/detailed",
                    "/api/v1/schedules/rules/**",
                    "/api/v1/runs",
                    "/api/v1/resources",
                    "/api/v1/ops/**",
                    "/api/v1/resources/{id}/**"));

    private final PositionGate gate;

    AfterPositionFilter(PositionGate gate) {
        this.gate = gate;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String header = exchange.getRequest().getHeaders().getFirst(ApiHeaders.AFTER_POSITION);
        if (header == null || !HttpMethod.GET.equals(exchange.getRequest().getMethod())) {
            return chain.filter(exchange);
        }
        Long position = parsed(header);
        return position == null
                ? Mono.error(InvalidRequest.of(ApiHeaders.AFTER_POSITION, "must be a position: a number from 0"))
                : gate.passed(position, extent(exchange))
                        .flatMap(doubts -> answer(exchange, chain, () -> gate.requireStill(position, doubts)));
    }

    /** A failure has been checked when it gets here: whoever tells it commits the response, too. */
    private static Mono<Void> answer(
            ServerWebExchange exchange, WebFilterChain chain, Supplier<Mono<Void>> requireStill) {
        AtomicBoolean isChecked = new AtomicBoolean();
        exchange.getResponse().beforeCommit(() -> isChecked.get() ? Mono.empty() : requireStill.get());
        return chain.filter(exchange).onErrorResume(failure -> {
            isChecked.set(true);
            return StoreFailures.isOfTheStore(failure)
                    ? Mono.error(failure)
                    : requireStill.get().then(Mono.error(failure));
        });
    }

    private static Extent extent(ServerWebExchange exchange) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        return SHOWN.entrySet().stream()
                .filter(shown -> shown.getValue().stream().anyMatch(pattern -> pattern.matches(path)))
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder())
                .orElse(Extent.EXAMINED);
    }

    private static List<PathPattern> patterns(String... paths) {
        return Arrays.stream(paths)
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    private static @Nullable Long parsed(String header) {
        try {
            long position = Long.parseLong(header);
            return position < 0 ? null : position;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
