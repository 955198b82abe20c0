package dev.almanac.front;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;

import dev.almanac.front.Instance.Standing;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/**
 * Sends each request to one instance of its service. To another one it goes only when the first cannot have seen it, as nobody took
 * the connection; or when it only asks, and the connection broke before anything was answered.
 */
@Component
class ToOneInstance implements GlobalFilter, Ordered {
    private static final String SCHEME = "instances";
    private final Services services;

    ToOneInstance(Services services) {
        this.services = services;
    }

    @Override
    public int getOrder() {
        return RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER + 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        URI url = exchange.getRequiredAttribute(GATEWAY_REQUEST_URL_ATTR);
        return SCHEME.equals(url.getScheme())
                ? to(services.named(url.getHost()).inTurn(), url, exchange, chain)
                : chain.filter(exchange);
    }

    private static Mono<Void> to(
            List<Instance> candidates, URI url, ServerWebExchange exchange, GatewayFilterChain chain) {
        Instance first = candidates.getFirst();
        List<Instance> others = candidates.subList(1, candidates.size());
        exchange.getAttributes().put(GATEWAY_REQUEST_URL_ATTR, at(first.address(), url));
        return chain.filter(exchange).onErrorResume(failure -> {
            if (failure instanceof ConnectException) {
                first.stands(Standing.AWAY);
            }
            if (others.isEmpty() || !mayGoElsewhere(failure, exchange)) {
                return Mono.error(failure);
            }
            ServerWebExchangeUtils.removeAlreadyRouted(exchange);
            return to(others, url, exchange, chain);
        });
    }

    private static boolean mayGoElsewhere(Throwable failure, ServerWebExchange exchange) {
        return !exchange.getResponse().isCommitted()
                && (failure instanceof ConnectException || (asks(exchange) && hasBroken(failure)));
    }

    private static boolean asks(ServerWebExchange exchange) {
        HttpMethod method = exchange.getRequest().getMethod();
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    private static boolean hasBroken(Throwable failure) {
        return failure instanceof IOException || failure instanceof AbortedException;
    }

    private static URI at(URI instance, URI url) {
        return UriComponentsBuilder.fromUri(url)
                .scheme(instance.getScheme())
                .host(instance.getHost())
                .port(instance.getPort())
                .build(true)
                .toUri();
    }
}
