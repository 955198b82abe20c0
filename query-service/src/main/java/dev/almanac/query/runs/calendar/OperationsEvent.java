package dev.almanac.query.runs.calendar;

import dev.almanac.events.rule.RuleMetadata;
import dev.almanac.query.rules.RuleView;
import dev.almanac.query.runs.RuleItem;
import dev.almanac.query.runs.RuleRun;
import dev.almanac.query.runs.RunItem;
import dev.almanac.query.runs.RunState;
import dev.almanac.recurrence.Every;
import dev.almanac.recurrence.Recurrence;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run in the operations calendar.
 *
 * @param scheduledAtLocal the time in the zone that was asked for
 * @param lane what runs more often than hourly is drawn apart, as always running: one entry a day
 * @param count how many runs the entry stands for
 * @param postponedTo when a missed run is to run after all
 * @param color red for what is always running, and for what was missed or has failed
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
        RunItem.Lane lane,
        long count,
        @Nullable Instant postponedTo,
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

    static OperationsEvent of(RuleRun found, ZoneId zone) {
        RunItem run = found.run();
        RuleItem rule = found.rule();
        return new OperationsEvent(
                run.occurrenceId(),
                rule.id(),
                source(rule.recurrence()),
                owner(rule.metadata(), rule.createdBy()),
                rule.name(),
                rule.metadata().description(),
                run.status(),
                run.attempt(),
                run.reason(),
                run.scheduledAt(),
                run.scheduledAt().atZone(zone).toOffsetDateTime(),
                run.lane(),
                run.count(),
                run.postponedTo(),
                color(run),
                rule.jobTemplate().timeoutSeconds(),
                run.note().logsUrl(),
                run.note().sessionUrl(),
                RunAction.of(found));
    }

    private static String color(RunItem run) {
        return run.isLane() || run.status() == RunState.MISSED || run.status() == RunState.FAILED ? "red" : "blue";
    }

    static Source source(RuleView rule) {
        return source(rule.profile().recurrence());
    }

    static String owner(RuleView rule) {
        return owner(rule.profile().metadata(), rule.createdBy());
    }

    private static Source source(Recurrence recurrence) {
        return recurrence instanceof Every ? Source.HEARTBEAT : Source.CRON;
    }

    private static String owner(RuleMetadata metadata, String createdBy) {
        String named = metadata.owner();
        return named == null ? createdBy : named;
    }
}
