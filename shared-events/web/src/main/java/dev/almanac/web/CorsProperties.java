package dev.almanac.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which pages of other origins may use the API in a browser.
 *
 * @param origins such as {@code https://calendar.example.org}; none unless they are named
 */
@ConfigurationProperties("almanac.cors")
record CorsProperties(@Nullable List<String> origins) {

    CorsProperties {
        origins = origins == null ? List.of() : List.copyOf(origins);
    }

    List<String> named() {
        return origins == null ? List.of() : origins;
    }
}
