package dev.almanac.query.calendars.export;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What exports may take of this instance.
 *
 * @param max files that are written at the same time, of all users together
 * @param stalledAfter a client that takes nothing for so long is let go
 * @param fonts folders with fonts for scripts that the fonts on board lack
 */
@ConfigurationProperties("almanac.exports")
record ExportProperties(int max, Duration stalledAfter, List<Path> fonts) {
    ExportProperties {
        if (max < 1) {
            throw new IllegalArgumentException("almanac.exports.max is at least 1");
        }
        Objects.requireNonNull(stalledAfter, "almanac.exports.stalled-after");
        fonts = fonts == null ? List.of() : List.copyOf(fonts);
    }
}
