package dev.almanac.local.watching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.local.Ports;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** All that dashboards and alerts ask for. */
public final class Watched {
    /** Some of it is looked at twice a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private Watched() {}

    /** A metric that has been renamed would leave an alert silent for ever. */
    public static void isSaidBy(Ports ports) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        List<String> missing = missing(ports);
        while (!missing.isEmpty() && Instant.now().isBefore(deadline)) {
            Thread.sleep(BETWEEN_LOOKS);
            missing = missing(ports);
        }
        assertThat(missing).isEmpty();
    }

    private static List<String> missing(Ports ports) throws IOException, InterruptedException {
        Scrape scrape = Scrape.of(ports);
        List<String> recorded = Rule.recorded();
        return Asked.all().stream()
                .flatMap(asked -> asked.missing(scrape, recorded).stream())
                .distinct()
                .toList();
    }
}
