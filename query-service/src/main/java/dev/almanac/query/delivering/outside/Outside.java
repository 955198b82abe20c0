package dev.almanac.query.delivering.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.wire.FailureText;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelOption;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Posts to addresses that people gave. Redirects are not followed, and what is answered is not read. */
@Component
public class Outside {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int PENDING_MAX = 2_000;
    private static final Duration IDLE_MAX = Duration.ofSeconds(30);
    private final HttpClient http;
    private final Networks networks;
    private final Duration answeredWithin;

    Outside(OutsideProperties properties) {
        this.networks = Networks.allowing(properties.allowedNetworks());
        this.answeredWithin = properties.answeredWithin();
        this.http = HttpClient.create(ConnectionProvider.builder("outside")
                        .maxConnections(properties.atOnce())
                        .pendingAcquireMaxCount(PENDING_MAX)
                        .maxIdleTime(IDLE_MAX)
                        .build())
                .resolver(new GuardedResolver(networks))
                .followRedirect(false)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .responseTimeout(answeredWithin);
    }

    public Mono<Answer> post(URI url, Map<String, String> headers, String body) {
        if (url.getHost() == null || leadsInside(url.getHost())) {
            return Mono.just(Answer.none(url.getHost() + " is in a network to which nothing is sent"));
        }
        return http.headers(sent -> headers.forEach(sent::set))
                .post()
                .uri(url)
                .send(ByteBufMono.fromString(Mono.just(body), UTF_8, ByteBufAllocator.DEFAULT))
                .response()
                .map(response -> new Answer(
                        response.status().code(), "HTTP " + response.status().code()))
                .timeout(answeredWithin.plusMillis(CONNECT_MILLIS))
                .onErrorResume(failed -> Mono.just(Answer.none(FailureText.of(failed))));
    }

    /** An address that is written out needs no resolver, and would pass it by. */
    private boolean leadsInside(String host) {
        byte[] literal = NetUtil.createByteArrayFromIpAddressString(host);
        try {
            return literal != null && !networks.admits(InetAddress.getByAddress(literal));
        } catch (UnknownHostException impossible) {
            return true;
        }
    }
}
