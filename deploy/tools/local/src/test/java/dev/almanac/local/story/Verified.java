package dev.almanac.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.local.Suite;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** That documents of the views are as the topics say. */
final class Verified {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Verified() {}

    /** An administrator asks for it, and waits for what comes of it. */
    static void everyViewIn(Suite suite) throws Exception {
        Client root = new Client(suite, "root", "admin");
        var begun = root.query("POST", "/ops/projections/verify");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        JsonNode found = await().atMost(PATIENCE)
                .until(
                        () -> root.get("/ops/projections/verify"),
                        latest -> latest.path("runningSince").isMissingNode()
                                || latest.path("runningSince").isNull());
        assertThat(found.at("/report/outcome").asString()).as(found.toString()).isEqualTo("FINISHED");
        assertThat(found.at("/report/differences")).isEmpty();
        assertThat(found.at("/report/views")
                        .valueStream()
                        .mapToInt(view -> view.get("compared").asInt())
                        .sum())
                .as(found.toString())
                .isPositive();
    }
}
