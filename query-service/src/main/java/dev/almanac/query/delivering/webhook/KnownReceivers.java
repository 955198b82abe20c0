package dev.almanac.query.delivering.webhook;

import dev.almanac.query.store.Generations;
import dev.almanac.query.webhooks.WebhookReads;
import dev.almanac.query.webhooks.WebhookView;
import dev.almanac.web.Sealer;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Webhooks as their view has them. */
@Component
class KnownReceivers implements Receivers {
    private static final int PAGE = 1_000;
    private final Generations generations;
    private final Sealer sealer;
    private final Clock clock;

    KnownReceivers(Generations generations, Sealer sealer, Clock clock) {
        this.generations = generations;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** Read each time: whoever subscribed a moment ago hears of what happens a moment later. */
    @Override
    public Flux<Receiver> active() {
        return page("").expand(page ->
                        page.size() < PAGE ? Mono.empty() : page(page.getLast().id()))
                .flatMapIterable(page -> page)
                .filter(WebhookView::isEnabled)
                .flatMapIterable(view -> receiver(view).stream().toList());
    }

    private Mono<List<WebhookView>> page(String after) {
        return WebhookReads.of(generations.active()).behind(after, PAGE).collectList();
    }

    @Override
    public Mono<Receiver> byId(String id) {
        return WebhookReads.of(generations.active())
                .byId(id)
                .filter(WebhookView::isEnabled)
                .flatMap(view -> Mono.justOrEmpty(receiver(view)));
    }

    Optional<Receiver> receiver(WebhookView view) {
        List<String> secrets = view.sealedSecretsAt(clock.instant()).stream()
                .flatMap(secret -> sealer.open(secret, view.id()).stream())
                .toList();
        return secrets.isEmpty()
                ? Optional.empty()
                : Optional.of(new Receiver(
                        view.id(),
                        view.ownerId(),
                        false,
                        URI.create(view.profile().url()),
                        Set.copyOf(view.profile().types()),
                        Set.copyOf(view.profile().calendarIds()),
                        secrets));
    }
}
