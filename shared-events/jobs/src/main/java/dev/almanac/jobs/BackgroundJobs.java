package dev.almanac.jobs;

import dev.almanac.events.job.JobOutcome;
import dev.almanac.events.job.JobReported;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import net.javacrumbs.shedlock.core.LockProvider;

/** The jobs of a service: each is made known here once, and is in the list of all jobs from then on. */
public final class BackgroundJobs {
    private final String service;
    private final String instance;
    private final LockProvider locks;
    private final JobReports reports;
    private final Clock clock;
    private final MeterRegistry meters;

    public BackgroundJobs(
            String service,
            String instance,
            LockProvider locks,
            JobReports reports,
            Clock clock,
            MeterRegistry meters) {
        this.service = service;
        this.instance = instance;
        this.locks = locks;
        this.reports = reports;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Makes a job known.
     *
     * @param takesAtMost when a run of an instance that was killed counts as over, so that another instance may begin
     */
    public BackgroundJob job(String name, String description, Schedule schedule, Duration takesAtMost) {
        JobReported plan = new JobReported(
                service,
                name,
                description,
                schedule.text(),
                null,
                null,
                JobOutcome.NEVER,
                null,
                null,
                schedule.first(clock.instant()).orElse(null),
                instance,
                clock.instant());
        reports.tell(plan);
        return new BackgroundJob(plan, schedule, takesAtMost, locks, reports, clock, new JobMeters(meters, plan));
    }
}
