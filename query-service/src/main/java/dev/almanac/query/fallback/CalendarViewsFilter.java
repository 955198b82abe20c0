package dev.almanac.query.fallback;

import dev.almanac.web.Rejected;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Answers each calendar view with 503 and where the plain list is, as long as they are switched off. */
@Component
@Order(5) // before anything waits for a position
@ConditionalOnProperty(name = "almanac.calendar-views.enabled", havingValue = "false")
class CalendarViewsFilter implements WebFilter {
    static final String LIST = "/api/v1/schedules?expand=true";
    private static final List<PathPattern> VIEWS = Stream.of(
                    "/api/v1/calendars/{calendarId}/view",
                    "/api/v1/calendars/{calendarId}/daily",
                    "/api/v1/calendars/{calendarId}/weekly",
                    "/api/v1/calendars/{calendarId}/monthly",
                    "/api/v1/calendar/{year:[0-9]+}/{month}",
                    "/api/v1/calendar/day/{date}",
                    "/api/v1/calendar/events",
                    "/api/v1/schedules/window")
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        if (VIEWS.stream().noneMatch(view -> view.matches(path))) {
            return chain.filter(exchange);
        }
        exchange.getResponse().getHeaders().add(HttpHeaders.LINK, "<" + LIST + ">; rel=\"alternate\"");
        return Mono.error(Rejected.because(
                HttpStatus.SERVICE_UNAVAILABLE,
                "calendar-views-switched-off",
                "Calendar views are switched off for now: GET " + LIST + " lists what takes place"));
    }
}
