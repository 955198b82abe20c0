package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.Freshness;
import dev.almanac.terminal.console.Surroundings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/**
 * How far the last command wrote, in a file: the next one is another process, and is to see it all the same. Where it cannot be
 * kept, reads may be behind by a moment.
 */
record LastPosition(Path file, Surroundings surroundings) implements Freshness {
    private static final Duration A_WRITE_IS_NEWS_FOR = Duration.ofSeconds(15);

    /** Where the XDG base directory specification has it. */
    static LastPosition of(URI origin, Surroundings surroundings) {
        String configured = surroundings.variable("XDG_STATE_HOME");
        Path folder = configured.isEmpty()
                ? Path.of(surroundings.environment().getOrDefault("HOME", System.getProperty("user.home")))
                        .resolve(".local/state")
                : Path.of(configured);
        String host = origin.getHost() + "-" + origin.getPort();
        return new LastPosition(
                folder.resolve("almanac").resolve(host.replaceAll("[^\\w.-]", "_") + ".position"), surroundings);
    }

    @Override
    public void expect(long position) {
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, position + " " + surroundings.clock().instant());
        } catch (IOException nowhere) {
            // See above: nothing is lost by it but a moment.
        }
    }

    @Override
    public long expected() {
        try {
            String[] kept = Files.exists(file) ? Files.readString(file).split(" ", -1) : new String[0];
            boolean news = kept.length == 2
                    && Instant.parse(kept[1])
                            .isAfter(surroundings.clock().instant().minus(A_WRITE_IS_NEWS_FOR));
            return news ? Long.parseLong(kept[0]) : 0;
        } catch (IOException | IllegalArgumentException | DateTimeException damaged) {
            return 0;
        }
    }
}
