package dev.almanac.command.schedule;

import dev.almanac.command.ledger.Rebuilding.Difference;
import dev.almanac.jobs.BackgroundJob;
import dev.almanac.jobs.BackgroundJobs;
import dev.almanac.jobs.Schedule;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Compares the claims of all calendars with what the event store says, and fails if they differ: somebody has to look. */
@Component
class LedgerAudit {
    private static final Duration TAKES_AT_MOST = Duration.ofHours(1);
    private final LedgerRebuild ledger;
    private final BackgroundJob job;
    private final AtomicReference<@Nullable Difference> found = new AtomicReference<>();

    LedgerAudit(
            LedgerRebuild ledger,
            BackgroundJobs jobs,
            MeterRegistry meters,
            @Value("${almanac.ledger.audit.cron}") String cron,
            @Value("${almanac.ledger.audit.time-zone}") ZoneId zone) {
        this.ledger = ledger;
        this.job = jobs.job(
                "ledger-audit",
                "Compares the claims of all calendars with what the event store says",
                Schedule.cron(cron, zone),
                TAKES_AT_MOST);
        Gauge.builder("scheduling.ledger.differences", this::differences)
                .description("Claims that are missing or too many, by the last audit that this instance made")
                .register(meters);
    }

    @Scheduled(cron = "${almanac.ledger.audit.cron}", zone = "${almanac.ledger.audit.time-zone}")
    void atItsTime() {
        job.start(this::audit);
    }

    void audit() {
        Difference difference = ledger.look();
        found.set(difference);
        if (!difference.isNone()) {
            throw new IllegalStateException("Of %d claims %d are missing and %d too many (runbook: ledger)"
                    .formatted(difference.claims(), difference.missing(), difference.surplus()));
        }
    }

    /** Not a number before the first. */
    double differences() {
        Difference last = found.get();
        return last == null ? Double.NaN : last.missing() + last.surplus();
    }
}
