package dev.almanac.query.runs;

import dev.almanac.events.rule.JobTemplate;
import dev.almanac.events.rule.RuleMetadata;
import dev.almanac.events.rule.RuleOptions;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.rule.RuleStatus;
import dev.almanac.query.rules.RuleView;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.web.openapi.RecurrenceForm;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A recurring rule as clients see it.
 *
 * @param describedAs its recurrence in plain English
 * @param nextRun absent while it is paused, disabled or expired
 */
public record RuleItem(
        String id,
        long version,
        String name,
        RuleStatus status,
        @Schema(implementation = RecurrenceForm.class) Recurrence recurrence,
        String describedAs,
        LocalDateTime start,
        String timeZone,
        String queue,
        JobTemplate jobTemplate,
        RuleOptions options,
        RuleMetadata metadata,
        @Nullable Instant nextRun,
        @Nullable RunItem lastRun,
        Outcomes outcomes,
        String createdBy,
        Instant createdAt,
        RuleView.@Nullable Pause pause) {

    /** Occurrences that had their time: {@code nominal} is the sum of the others. */
    public record Outcomes(long nominal, long succeeded, long failed, long missed, long skipped, long open) {
        static final Outcomes NONE = new Outcomes(0, 0, 0, 0, 0, 0);

        static Outcomes of(TallyView tally) {
            return new Outcomes(
                    tally.nominal(), tally.succeeded(), tally.failed(), tally.missed(), tally.skipped(), tally.open());
        }
    }

    public static RuleItem of(RuleView rule, Optional<TallyView> tally, Instant now) {
        RuleProfile profile = rule.profile();
        RunView last = tally.map(TallyView::lastRun).orElse(null);
        return new RuleItem(
                rule.id(),
                rule.version(),
                profile.name(),
                rule.at(now),
                profile.recurrence(),
                profile.describe(),
                profile.start(),
                profile.timeZone(),
                profile.queue(),
                profile.jobTemplate(),
                profile.options(),
                profile.metadata(),
                rule.nextRun(now),
                last == null ? null : RunItem.of(last),
                tally.map(Outcomes::of).orElse(Outcomes.NONE),
                rule.createdBy(),
                rule.createdAt(),
                rule.pause());
    }

    /** For those who may not change it: without what only its workers need to know. */
    public RuleItem withoutSecrets() {
        return new RuleItem(
                id,
                version,
                name,
                status,
                recurrence,
                describedAs,
                start,
                timeZone,
                queue,
                new JobTemplate(jobTemplate.type(), null, jobTemplate.priority(), jobTemplate.timeoutSeconds()),
                options,
                metadata,
                nextRun,
                lastRun == null ? null : lastRun.withoutLinks(),
                outcomes,
                createdBy,
                createdAt,
                pause);
    }
}
