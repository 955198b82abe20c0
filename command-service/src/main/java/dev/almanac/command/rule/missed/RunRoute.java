package dev.almanac.command.rule.missed;

import dev.almanac.command.http.Commands;
import dev.almanac.command.ledger.RuleLedger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * An occurrence's id is accepted wherever a schedule's is, and does not say whether its series is an event or a rule: a
 * reschedule of a rule's occurrence is sent on to where runs are rescheduled.
 */
@Component
class RunRoute implements WebFilter {
    private static final Pattern RESCHEDULE =
            Pattern.compile("/api/v1/schedules/([^/@]{1,64})((?:@|%40)[^/]+/reschedule)");
    private final Commands commands;
    private final RuleLedger ledger;

    RunRoute(Commands commands, RuleLedger ledger) {
        this.commands = commands;
        this.ledger = ledger;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Matcher path = RESCHEDULE.matcher(exchange.getRequest().getURI().getRawPath());
        return HttpMethod.POST.equals(exchange.getRequest().getMethod()) && path.matches()
                ? commands.onVirtualThread(() -> ledger.knows(path.group(1)))
                        .flatMap(known -> chain.filter(known ? toRun(exchange, path) : exchange))
                : chain.filter(exchange);
    }

    private static ServerWebExchange toRun(ServerWebExchange exchange, Matcher path) {
        String occurrence = "/api/v1/occurrences/" + path.group(1) + path.group(2);
        return exchange.mutate().request(request -> request.path(occurrence)).build();
    }
}
