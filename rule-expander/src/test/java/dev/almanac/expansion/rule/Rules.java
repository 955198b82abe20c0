package dev.almanac.expansion.rule;

import dev.almanac.events.rule.CatchUp;
import dev.almanac.events.rule.JobTemplate;
import dev.almanac.events.rule.OverlapPolicy;
import dev.almanac.events.rule.RetryPolicy;
import dev.almanac.events.rule.RuleMetadata;
import dev.almanac.events.rule.RuleOptions;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.Recurrence;
import java.time.LocalDateTime;
import java.util.List;

/** Rules of a world in which time begins in March 2026. */
final class Rules {
    static final int TIMEOUT_SECONDS = 600;

    private Rules() {}

    static RuleProfile cron(String cron) {
        return rule(new Cron(cron), "UTC", RuleOptions.DEFAULT);
    }

    static RuleProfile cron(String cron, RuleOptions options) {
        return rule(new Cron(cron), "UTC", options);
    }

    static RuleProfile rule(Recurrence recurrence, String zone, RuleOptions options) {
        return new RuleProfile(
                "Backup",
                recurrence,
                LocalDateTime.parse("2026-03-01T00:00:00"),
                zone,
                "night",
                new JobTemplate("backup", null, JobTemplate.PRIORITY_DEFAULT, TIMEOUT_SECONDS),
                options,
                new RuleMetadata(null, null, List.of()));
    }

    static RuleOptions catchUp(CatchUp catchUp) {
        return options(100, 0, RetryPolicy.NONE, catchUp, OverlapPolicy.SKIP);
    }

    static RuleOptions overlap(OverlapPolicy overlap) {
        return options(1, 0, RetryPolicy.NONE, CatchUp.NONE, overlap);
    }

    static RuleOptions retry(RetryPolicy retry) {
        return options(1, 0, retry, CatchUp.NONE, OverlapPolicy.SKIP);
    }

    static RuleOptions options(int concurrent, int jitter, RetryPolicy retry, CatchUp catchUp, OverlapPolicy overlap) {
        return new RuleOptions(
                concurrent,
                jitter,
                retry,
                catchUp,
                overlap,
                RuleOptions.DEFAULT.dstGap(),
                RuleOptions.DEFAULT.dstOverlap(),
                RuleOptions.DEFAULT.maxHistory());
    }
}
