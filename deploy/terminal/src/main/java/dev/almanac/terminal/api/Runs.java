package dev.almanac.terminal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Runs of rules, and those that were missed and wait for somebody's word. */
public final class Runs {
    private final Connection connection;

    Runs(Connection connection) {
        this.connection = connection;
    }

    /** By their time; with the status SCHEDULED, those that lie ahead. */
    public Listing<Run> list(
            @Nullable String ruleId,
            @Nullable String status,
            @Nullable Instant from,
            @Nullable Instant till,
            int limit) {
        Address address = Address.of("/runs")
                .with("ruleId", ruleId)
                .with("status", status)
                .between(from, till);
        return Listing.of(connection, address, Run::of, limit);
    }

    /** A missed run is run after all. */
    public Written approve(String occurrenceId, @Nullable String reason) {
        return decide(occurrenceId, "approve-backfill", reason);
    }

    public Written discard(String occurrenceId, @Nullable String reason) {
        return decide(occurrenceId, "discard", reason);
    }

    /** Another time for a planned or a missed run. */
    public Written move(String occurrenceId, Move move) {
        return Command.post(Address.of("/occurrences", occurrenceId, "reschedule"), move.json())
                .sendTo(connection);
    }

    private Written decide(String occurrenceId, String decision, @Nullable String reason) {
        ObjectNode body = Json.object();
        Json.putIfSaid(body, "reason", reason);
        return Command.post(Address.of("/occurrences", occurrenceId, decision), body)
                .sendTo(connection);
    }
}
