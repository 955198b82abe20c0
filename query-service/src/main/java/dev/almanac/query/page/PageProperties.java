package dev.almanac.query.page;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the page has to know, and what it may reach.
 *
 * @param issuer of OpenID Connect, where people sign in
 * @param clientId what the page is called there
 * @param imageOrigins sources of the Content Security Policy
 */
@ConfigurationProperties("almanac.page")
record PageProperties(String issuer, String clientId, String scope, List<String> imageOrigins) {
    /** A scheme, or an origin that may have a wildcard: nothing that would end the directive. */
    private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9+.-]*:(//[A-Za-z0-9.*\\[\\]:-]+)?");

    PageProperties {
        imageOrigins = List.copyOf(imageOrigins);
        for (String origin : imageOrigins) {
            if (!SOURCE.matcher(origin).matches()) {
                throw new IllegalArgumentException("almanac.page.image-origins has " + origin
                        + ", which is neither a scheme such as https: nor an origin such as https://files.example.org");
            }
        }
    }

    String issuerOrigin() {
        URI address = URI.create(issuer);
        if (address.getScheme() == null || address.getRawAuthority() == null) {
            throw new IllegalArgumentException("almanac.page.issuer is no address: " + issuer);
        }
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
