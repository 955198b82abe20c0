package dev.almanac.query.http;

import org.springframework.web.server.ServerWebExchange;

/** The version of the one thing that is answered. */
public final class Version {
    static final String ATTRIBUTE = Version.class.getName();

    private Version() {}

    public static void of(ServerWebExchange exchange, long version) {
        exchange.getAttributes().put(ATTRIBUTE, version);
    }
}
