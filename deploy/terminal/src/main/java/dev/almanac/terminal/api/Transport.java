package dev.almanac.terminal.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** Clients of HTTP that are soon there. */
final class Transport {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private Transport() {}

    static HttpClient to(URI origin) {
        HttpClient.Builder client = HttpClient.newBuilder()
                // An upgrade to HTTP/2 would be asked for with every first request, and the front has none.
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT);
        return ("https".equals(origin.getScheme()) ? client : client.sslContext(trustingNobody())).build();
    }

    /** A client reads all certificates of this machine when it is made, also one that never needs any. */
    private static SSLContext trustingNobody() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
