package dev.almanac.testing;

import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.calendar.OwnerType;
import dev.almanac.events.occurrence.DueReason;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.occurrence.MissReason;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceFailed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceMissed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSkipped;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceStarted;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSucceeded;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.occurrence.SeriesKind;
import dev.almanac.events.occurrence.SkipReason;
import dev.almanac.events.rule.JobTemplate;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleMetadata;
import dev.almanac.events.rule.RuleOptions;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.run.RunNote;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of an hourly rule in UTC, in March 2026. */
public final class RuleExamples {
    public static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    public static final Duration MINUTE = Duration.ofMinutes(1);
    private static final RunNote NOTE = new RunNote("w1", null, "https://logs.test/1", null);
    private static final JobTemplate JOB =
            new JobTemplate("backup", ChangeJson.mapper().createObjectNode().put("depth", 3), 5, 60);

    private RuleExamples() {}

    public static RuleCreated created(String ruleId) {
        return created(ruleId, new Cron("0 * * * *"), "UTC");
    }

    public static RuleCreated created(String ruleId, Cron cron, String zone) {
        return created(ruleId, cron, zone, "night");
    }

    public static RuleCreated queued(String ruleId, String queue, String cron) {
        return created(ruleId, new Cron(cron), "UTC", queue);
    }

    public static RuleCreated queued(String ruleId, String queue, String cron, String createdBy) {
        return new RuleCreated(ruleId, queued(ruleId, queue, cron).profile(), NINE, createdBy);
    }

    /** The same rule, with another recurrence. */
    public static RuleCreated queued(String ruleId, String queue, Recurrence recurrence) {
        RuleProfile like = queued(ruleId, queue, "0 0 * * *").profile();
        RuleProfile profile = new RuleProfile(
                like.name(),
                recurrence,
                like.start(),
                like.timeZone(),
                queue,
                like.jobTemplate(),
                like.options(),
                like.metadata());
        return new RuleCreated(ruleId, profile, NINE, "ana");
    }

    public static CalendarCreated queueCalendar(String id) {
        return new CalendarCreated(
                id,
                new CalendarProfile(
                        "Queue " + id, null, CalendarType.QUEUE, "ana", OwnerType.DEPARTMENT, "UTC", 1, false));
    }

    private static RuleCreated created(String ruleId, Cron cron, String zone, String queue) {
        RuleProfile profile = new RuleProfile(
                "Backup",
                cron,
                LocalDateTime.parse("2026-03-01T00:00:00"),
                zone,
                queue,
                JOB,
                RuleOptions.DEFAULT,
                new RuleMetadata("ops", null, List.of("nightly")));
        return new RuleCreated(ruleId, profile, NINE, "ana");
    }

    public static String runId(String ruleId, Instant at) {
        String nominal = local(at).toString().replace("-", "").replace(":", "");
        return ruleId + "@" + nominal + "00";
    }

    public static OccurrencesMaterialised day(String ruleId, Instant at) {
        MaterialisedOccurrence one =
                new MaterialisedOccurrence(runId(ruleId, at), local(at), at, at.plusSeconds(60), false);
        return new OccurrencesMaterialised(
                ruleId, SeriesKind.RULE, 0, local(at).toLocalDate(), "night", List.of(), List.of(one));
    }

    public static OccurrenceDue due(String ruleId, Instant at, int attempt, DueReason reason) {
        return new OccurrenceDue(runId(ruleId, at), ruleId, local(at), at, at, attempt, reason, "night", JOB);
    }

    public static OccurrenceStarted started(String ruleId, Instant at, int attempt) {
        return new OccurrenceStarted(runId(ruleId, at), ruleId, local(at), at, attempt, at.plusSeconds(1), NOTE);
    }

    public static OccurrenceSucceeded succeeded(String ruleId, Instant at, int attempt) {
        return new OccurrenceSucceeded(runId(ruleId, at), ruleId, local(at), at, attempt, at.plusSeconds(2), NOTE);
    }

    public static OccurrenceFailed failed(String ruleId, Instant at, int attempt, @Nullable Instant next) {
        return new OccurrenceFailed(runId(ruleId, at), ruleId, local(at), at, attempt, at.plusSeconds(2), next, NOTE);
    }

    public static OccurrenceMissed missed(String ruleId, Instant at, int attempt) {
        return new OccurrenceMissed(
                runId(ruleId, at), ruleId, local(at), at, attempt, at.plusSeconds(2), MissReason.OVERDUE);
    }

    public static OccurrenceSkipped skipped(String ruleId, Instant at, SkipReason reason) {
        return new OccurrenceSkipped(runId(ruleId, at), ruleId, local(at), at, at.plusSeconds(2), reason);
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
