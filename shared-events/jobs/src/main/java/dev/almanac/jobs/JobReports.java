package dev.almanac.jobs;

import dev.almanac.events.job.JobReported;

/** Who hears how jobs stand: at once and without failing, whatever becomes of the report. */
@FunctionalInterface
public interface JobReports {
    void tell(JobReported report);
}
