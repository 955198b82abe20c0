package dev.almanac.query.http;

import dev.almanac.web.ProblemHandler;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Parameters that were spelled otherwise go on being understood; OpenAPI names them as deprecated. */
@Component
@Order(OlderSpellings.BEFORE_ALL)
class OlderSpellings implements WebFilter {
    static final int BEFORE_ALL = -300;

    /** By the older one, the spelling of today; everywhere. */
    static final Map<String, String> EVERYWHERE = Map.of("timezone", "timeZone");

    /** Only FullCalendar asks for a start and an end. */
    static final Map<String, String> OF_OPERATIONS = Map.of("timezone", "timeZone", "start", "from", "end", "till");

    static final String OPERATIONS = "/api/v1/ops/calendar/events";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        URI uri = exchange.getRequest().getURI();
        String query = uri.getRawQuery();
        if (query == null) {
            return chain.filter(exchange);
        }
        Map<String, String> spellings = of(uri.getRawPath());
        String today = today(query, spellings);
        if (today.equals(query)) {
            return chain.filter(exchange);
        }
        exchange.getAttributes().put(ProblemHandler.ASKED_AS, asked(query, spellings));
        return chain.filter(exchange.mutate()
                .request(request -> request.uri(with(uri, today)))
                .build());
    }

    /** By today's spelling, that of the request, so that a fault is named as it was written. */
    private static Map<String, String> asked(String query, Map<String, String> spellings) {
        return Arrays.stream(query.split("&", -1))
                .map(OlderSpellings::name)
                .filter(spellings::containsKey)
                .distinct()
                .collect(Collectors.toMap(spellings::get, name -> name, (one, _) -> one));
    }

    static Map<String, String> of(String path) {
        return path.equals(OPERATIONS) ? OF_OPERATIONS : EVERYWHERE;
    }

    private static String today(String query, Map<String, String> spellings) {
        return Arrays.stream(query.split("&", -1))
                .map(parameter -> renamed(parameter, spellings))
                .collect(Collectors.joining("&"));
    }

    private static String renamed(String parameter, Map<String, String> spellings) {
        String name = name(parameter);
        return spellings.getOrDefault(name, name) + parameter.substring(name.length());
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? parameter : parameter.substring(0, equals);
    }

    private static URI with(URI uri, String query) {
        String text = uri.toString();
        return URI.create(text.substring(0, text.indexOf('?')) + "?" + query);
    }
}
