package dev.almanac.query.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.web.InvalidRequest;
import dev.almanac.web.WallTime;
import dev.almanac.web.Zones;
import java.net.URI;
import java.net.URLDecoder;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Ranges may be said in local date-times of the {@code timeZone} beside them: whatever endpoint is asked gets instants. It
 * stands behind security, so that nobody is told what is wrong before they have shown who they are.
 */
@Component
@Order(-5)
class LocalTimes implements WebFilter {
    /** The ends of ranges, wherever there are any. */
    static final Set<String> NAMES = Set.of("from", "till", "start", "end", "availableFrom", "availableTill");

    private static final String ZONE = "timeZone";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        URI uri = exchange.getRequest().getURI();
        List<String> parameters = uri.getRawQuery() == null
                ? List.of()
                : List.of(uri.getRawQuery().split("&", -1));
        Optional<String> zone = parameters.stream()
                .filter(parameter -> parameter.startsWith(ZONE + "="))
                .map(LocalTimes::value)
                .filter(name -> !name.isEmpty())
                .findFirst();
        return zone.isEmpty()
                        || parameters.stream()
                                .noneMatch(parameter -> local(parameter).isPresent())
                ? chain.filter(exchange)
                : Mono.defer(() -> chain.filter(read(exchange, uri, parameters, zone(zone.get()))));
    }

    private static ServerWebExchange read(ServerWebExchange exchange, URI uri, List<String> parameters, ZoneId zone) {
        List<String> notes = new ArrayList<>();
        String query = parameters.stream()
                .map(parameter -> local(parameter)
                        .map(local -> said(name(parameter), WallTime.of(local, zone), notes))
                        .orElse(parameter))
                .collect(Collectors.joining("&"));
        AdjustedTimes.announce(exchange, notes);
        String text = uri.toString();
        URI instants = URI.create(text.substring(0, text.indexOf('?')) + "?" + query);
        return exchange.mutate().request(request -> request.uri(instants)).build();
    }

    private static String said(String name, WallTime time, List<String> notes) {
        time.note(name).ifPresent(notes::add);
        return name + "=" + time.instant();
    }

    private static Optional<LocalDateTime> local(String parameter) {
        return NAMES.contains(name(parameter)) ? WallTime.parsed(value(parameter)) : Optional.empty();
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? parameter : parameter.substring(0, equals);
    }

    private static String value(String parameter) {
        try {
            return URLDecoder.decode(parameter.substring(parameter.indexOf('=') + 1), UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }

    private static ZoneId zone(String name) {
        try {
            return Zones.parse(name);
        } catch (DateTimeException unknown) {
            throw new InvalidRequest(Map.of(ZONE, List.of("must be an IANA time zone such as Europe/Berlin")));
        }
    }
}
