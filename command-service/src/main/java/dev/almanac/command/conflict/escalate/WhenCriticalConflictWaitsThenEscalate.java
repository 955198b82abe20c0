package dev.almanac.command.conflict.escalate;

import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.conflict.detected.DetectedConflicts;
import dev.almanac.command.http.Commands;
import dev.almanac.jobs.BackgroundJob;
import dev.almanac.jobs.BackgroundJobs;
import dev.almanac.jobs.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * SCH-015: a critical conflict that nobody has settled within 24 hours is escalated. The deadline is a column of a
 * table, so that it outlives restarts; two instances that see it at once decide one after the other.
 */
@Component
class WhenCriticalConflictWaitsThenEscalate {
    private static final Caller ITSELF = new Caller("command-service", Set.of(Role.ADMIN));
    private static final int AT_ONCE_MAX = 100;
    private static final Duration TAKES_AT_MOST = Duration.ofMinutes(5);

    private final DetectedConflicts conflicts;
    private final Commands commands;
    private final Clock clock;
    private final String escalatedTo;
    private final BackgroundJob job;

    WhenCriticalConflictWaitsThenEscalate(
            DetectedConflicts conflicts,
            Commands commands,
            Clock clock,
            @Value("${almanac.conflicts.escalate-to}") String escalatedTo,
            @Value("${almanac.conflicts.escalation-interval}") Duration interval,
            BackgroundJobs jobs) {
        this.conflicts = conflicts;
        this.commands = commands;
        this.clock = clock;
        this.escalatedTo = escalatedTo;
        this.job = jobs.job(
                "escalation",
                "Escalates critical conflicts that nobody settled within 24 hours (SCH-015)",
                Schedule.every(interval, interval),
                TAKES_AT_MOST);
    }

    @Scheduled(fixedDelayString = "${almanac.conflicts.escalation-interval}")
    void look() {
        job.start(this::escalate);
    }

    private void escalate() {
        List<String> waiting = conflicts.waitedTooLong(clock.instant(), AT_ONCE_MAX);
        waiting.forEach(this::escalate);
    }

    private void escalate(String conflictId) {
        Request request =
                new Request(ITSELF, clock.instant(), null, UUID.randomUUID().toString());
        try {
            commands.sendAndWait(
                    new EscalateConflict(conflictId, escalatedTo, "Unresolved for 24 hours (SCH-015)", request));
        } catch (CommandExecutionException settledMeanwhile) {
            conflicts.needsNoEscalation(conflictId);
        } catch (ConcurrencyException somebodyElseDecides) {
            // The next round sees what they decided.
        }
    }
}
