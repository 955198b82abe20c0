package dev.almanac.query.read.runs;

import dev.almanac.events.recurrence.Every;
import dev.almanac.query.read.RuleItem;
import dev.almanac.query.read.RuleRun;
import dev.almanac.query.read.RunItem;
import dev.almanac.query.view.run.RunState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run in the operations calendar.
 *
 * @param scheduledAtLocal the time in the zone that was asked for
 * @param lane heartbeats are drawn apart, as always running
 * @param color red for heartbeats, and for what was missed or has failed
 * @param durationHintSeconds how long it may take at most
 */
record OperationsEvent(
        String id,
        String ruleId,
        Source source,
        String owner,
        String title,
        @Nullable String description,
        RunState status,
        int attempt,
        @Nullable String reason,
        Instant scheduledAt,
        OffsetDateTime scheduledAtLocal,
        Lane lane,
        String color,
        int durationHintSeconds,
        @Nullable String logsUrl,
        @Nullable String sessionUrl,
        List<RunAction> actions) {

    enum Source {
        CRON,
        /** A rule that runs at a fixed distance, whatever the clocks show. */
        HEARTBEAT
    }

    enum Lane {
        SCHEDULED,
        ALWAYS_RUNNING
    }

    static OperationsEvent of(RuleRun found, ZoneId zone) {
        RunItem run = found.run();
        RuleItem rule = found.rule();
        boolean heartbeat = source(rule) == Source.HEARTBEAT;
        return new OperationsEvent(
                run.occurrenceId(),
                rule.id(),
                source(rule),
                owner(rule),
                rule.name(),
                rule.metadata().description(),
                run.status(),
                run.attempt(),
                run.reason(),
                run.scheduledAt(),
                run.scheduledAt().atZone(zone).toOffsetDateTime(),
                heartbeat ? Lane.ALWAYS_RUNNING : Lane.SCHEDULED,
                color(heartbeat, run.status()),
                rule.jobTemplate().timeoutSeconds(),
                run.note().logsUrl(),
                run.note().sessionUrl(),
                RunAction.of(run, rule.status()));
    }

    private static String color(boolean heartbeat, RunState state) {
        return heartbeat || state == RunState.MISSED || state == RunState.FAILED ? "red" : "blue";
    }

    static Source source(RuleItem rule) {
        return rule.recurrence() instanceof Every ? Source.HEARTBEAT : Source.CRON;
    }

    static String owner(RuleItem rule) {
        String named = rule.metadata().owner();
        return named == null ? rule.createdBy() : named;
    }
}
