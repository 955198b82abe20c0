package dev.almanac.terminal.api;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** All that calendars show of a span: events, runs on queues, and entries of other teams. */
public final class Feed {
    private final Connection connection;

    Feed(Connection connection) {
        this.connection = connection;
    }

    /** At most as many days as the settings say. */
    public List<FeedEntry> between(LocalDateTime start, LocalDateTime end, ZoneId zone) {
        JsonNode answer = connection.get(Address.of("/calendar/events")
                .with("start", start)
                .with("end", end)
                .with("timeZone", zone.getId()));
        return answer.valueStream().map(FeedEntry::of).toList();
    }
}
