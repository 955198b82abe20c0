package dev.almanac.front;

import dev.almanac.front.Instance.Standing;
import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Asks every instance again and again whether it is ready, where there are several to choose from. */
@Component
class Readiness implements SmartLifecycle {
    private final WebClient http;
    private final Services services;
    private final String path;
    private final int port;
    private final Duration every;
    private final Duration within;
    private volatile Disposable.Composite looks = Disposables.composite();

    Readiness(
            Services services,
            HttpClient gateway,
            @Value("${almanac.readiness.path}") String path,
            @Value("${almanac.readiness.port}") int port,
            @Value("${almanac.readiness.every}") Duration every,
            @Value("${almanac.readiness.within}") Duration within) {
        this.services = services;
        // As requests are handed on: what they are encrypted by, this is.
        this.http = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(gateway))
                .build();
        this.path = path;
        this.port = port;
        this.every = every;
        this.within = within;
    }

    @Override
    public void start() {
        looks = Disposables.composite();
        services.all()
                .filter(Instances::areSeveral)
                .flatMap(instances -> instances.all().stream())
                .forEach(instance -> looks.add(look(instance)));
    }

    /** One look at a time: the next one waits until the last has ended, and so long at least. */
    private Disposable look(Instance instance) {
        URI address = health(instance.address());
        return Flux.interval(Duration.ZERO, every)
                .onBackpressureDrop()
                .concatMap(_ -> standing(address).doOnNext(instance::stands), 1)
                .subscribe();
    }

    private Mono<Standing> standing(URI address) {
        return http.get()
                .uri(address)
                .exchangeToMono(answer -> answer.releaseBody()
                        .thenReturn(answer.statusCode().is2xxSuccessful() ? Standing.READY : Standing.UNREADY))
                .timeout(within)
                .onErrorReturn(Standing.AWAY);
    }

    private URI health(URI address) {
        UriComponentsBuilder health = UriComponentsBuilder.fromUri(address).replacePath(path);
        return (port == 0 ? health : health.port(port)).build().toUri();
    }

    @Override
    public void stop() {
        looks.dispose();
    }

    @Override
    public boolean isRunning() {
        return !looks.isDisposed() && looks.size() > 0;
    }
}
