package dev.almanac.query.page;

import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;

/** What the page may do, and who may show it: what somebody smuggles into it runs nowhere and tells nobody. */
record PagePolicy(String contentSecurityPolicy) {

    static PagePolicy of(PageProperties properties) {
        String issuer = properties.issuerOrigin();
        return new PagePolicy(String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                // The hash is that of nothing: FullCalendar fills an empty style element by script.
                "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
                // FullCalendar's icons come within its styles.
                "font-src 'self' data:",
                "img-src 'self' data:"
                        + properties.imageOrigins().stream()
                                .map(origin -> " " + origin)
                                .collect(Collectors.joining()),
                "connect-src 'self' " + issuer,
                // Silent sign-in: the issuer answers in a frame, and sends it on to a page of ours.
                "frame-src 'self' " + issuer,
                "manifest-src 'self'",
                "form-action 'none'",
                "base-uri 'none'",
                "frame-ancestors 'self'"));
    }

    void announce(HttpHeaders headers) {
        headers.set("Content-Security-Policy", contentSecurityPolicy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "SAMEORIGIN");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
    }
}
