package dev.almanac.web;

import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.client.HttpClient;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;

/** Clients of what is reached by https under certificates of one's own. */
public final class HttpClients {
    private HttpClients() {}

    /**
     * Trusts whom the bundle trusts, and shows its certificate to whoever asks for one.
     *
     * @param bundle one of {@code spring.ssl.bundle}; where it is empty, whom the JVM trusts is trusted
     */
    public static WebClient.Builder trusting(SslBundles bundles, String bundle) {
        WebClient.Builder client = WebClient.builder();
        return bundle.isEmpty()
                ? client
                : client.clientConnector(connector(bundles.getBundle(bundle).getManagers()));
    }

    private static ReactorClientHttpConnector connector(SslManagerBundle managers) {
        GenericSslContextSpec<?> context = Http11SslContextSpec.forClient()
                .configure(builder -> builder.trustManager(managers.getTrustManagerFactory())
                        .keyManager(managers.getKeyManagerFactory()));
        return new ReactorClientHttpConnector(
                HttpClient.create().compress(true).secure(spec -> spec.sslContext(context)));
    }
}
