package dev.almanac.query.measuring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** How many people asked this instance for something today. Nobody is named: hashes are kept, up to a bound. */
@Component
@Order(DailyUsers.ONCE_THEY_ARE_KNOWN)
class DailyUsers implements WebFilter {
    static final int ONCE_THEY_ARE_KNOWN = -5;
    static final int KNOWN_MAX = 100_000;
    private final Set<Integer> today = new HashSet<>();
    private final Clock clock;
    private LocalDate day = LocalDate.MIN;

    DailyUsers(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        Gauge.builder("calendar.unique.users.daily", this::count)
                .description("People who asked this instance for something since midnight UTC")
                .register(meters);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal().doOnNext(this::came).then(chain.filter(exchange));
    }

    synchronized void came(Principal caller) {
        turnPage();
        if (today.size() < KNOWN_MAX) {
            today.add(caller.getName().hashCode());
        }
    }

    synchronized int count() {
        turnPage();
        return today.size();
    }

    private void turnPage() {
        LocalDate now = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!now.equals(day)) {
            day = now;
            today.clear();
        }
    }
}
