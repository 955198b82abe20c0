package dev.almanac.local.story;

import static dev.almanac.local.story.Client.calendar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.local.Suite;
import dev.almanac.local.provider.PublishEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** The sample provider shows a check-in on a site of the suite, and takes it back. */
final class ProviderStory {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    void isToldBy(Suite suite) throws Exception {
        Client ana = new Client(suite, "ana", "manager");
        String gate = ana.create("/calendars", calendar("Gate", "VENUE", 1));
        String feed = "/calendar/events?start=2026-03-01&end=2026-04-01&contextType=SITE&contextId=" + gate;

        publish(suite, "CalendarEntryPublished.v1", """
                {"entryType":"attendance","entryId":"%s","sequence":0,"ownerId":"clara","siteId":"%s","title":"Check-in",
                 "startDateTime":"%s","endDateTime":"%s","visibility":"PUBLIC"}""".formatted(gate, gate, NINE, NINE));
        await().atMost(PATIENCE).until(() -> ana.get(feed).size() == 1);
        JsonNode entry = ana.get(feed).get(0);
        assertThat(entry.get("id").asString()).isEqualTo("attendance:" + gate);
        assertThat(ana.get("/calendar/events/attendance:" + gate + "/attachments")
                        .get("items"))
                .isEmpty();

        publish(
                suite,
                "CalendarEntryWithdrawn.v1",
                "{\"entryType\":\"attendance\",\"entryId\":\"%s\",\"sequence\":1}".formatted(gate));
        await().atMost(PATIENCE).until(() -> ana.get(feed).isEmpty());
    }

    private static void publish(Suite suite, String type, String json) throws Exception {
        PublishEntry.publish(suite.kafkaServers(), type, json, Clock.systemUTC());
    }
}
