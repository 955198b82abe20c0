package dev.almanac.terminal.api;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A path below the API's, with its query. */
record Address(String path) {

    /** Every second part, from the second on, is somebody's word and not the API's. */
    static Address of(String path, String... more) {
        StringBuilder text = new StringBuilder(path);
        for (int index = 0; index < more.length; index++) {
            text.append('/').append(index % 2 == 0 ? encoded(more[index]) : more[index]);
        }
        return new Address(text.toString());
    }

    Address with(String name, @Nullable Object value) {
        if (value == null || value.toString().isEmpty()) {
            return this;
        }
        return new Address(path + (path.contains("?") ? '&' : '?') + name + '=' + encoded(value.toString()));
    }

    Address between(@Nullable Instant from, @Nullable Instant till) {
        return with("from", from).with("till", till);
    }

    URI at(URI origin) {
        String base = origin.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/api/v1" + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
