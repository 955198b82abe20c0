package dev.almanac.query.page;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/**
 * A file of the page, in memory.
 *
 * @param compressed the same with gzip, where that is smaller
 */
record PageFile(MediaType type, Content plain, @Nullable Content compressed) {

    static PageFile of(String name, byte[] plain, byte @Nullable [] compressed) {
        return new PageFile(
                typeOf(name),
                Content.of(plain, ""),
                // Another representation, so another tag.
                compressed == null ? null : Content.of(compressed, "-gzip"));
    }

    Content content(boolean takesGzip) {
        return takesGzip && compressed != null ? compressed : plain;
    }

    private static MediaType typeOf(String name) {
        MediaType type = Optional.of(name)
                .filter(map -> map.endsWith(".map"))
                .map(_ -> MediaType.APPLICATION_JSON)
                .or(() -> MediaTypeFactory.getMediaType(name))
                .orElseThrow(() -> new IllegalStateException("nobody knows the type of " + name));
        return type.getType().equals("text") ? new MediaType(type, StandardCharsets.UTF_8) : type;
    }
}
