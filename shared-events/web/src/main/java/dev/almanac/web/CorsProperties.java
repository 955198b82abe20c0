package dev.almanac.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which pages of other origins may use the API in a browser.
 *
 * @param origins such as {@code https://calendar.example.org}; mostly none
 */
@ConfigurationProperties("almanac.cors")
record CorsProperties(List<String> origins) {

    CorsProperties {
        origins = List.copyOf(origins);
    }
}
