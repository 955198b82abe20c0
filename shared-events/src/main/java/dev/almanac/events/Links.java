package dev.almanac.events;

import java.net.URI;
import java.net.URISyntaxException;

/** Addresses that browsers may be sent to. */
public final class Links {
    private Links() {}

    /** An absolute link of the web, and nothing that runs or reads locally. */
    public static boolean isOfTheWeb(String url) {
        try {
            URI uri = new URI(url);
            return uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
