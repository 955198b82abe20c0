package dev.almanac.command.rule.request;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.almanac.command.rule.model.RuleDraft;
import dev.almanac.events.rule.CatchUp;
import dev.almanac.events.rule.JobTemplate;
import dev.almanac.events.rule.OverlapPolicy;
import dev.almanac.events.rule.RetryPolicy;
import dev.almanac.events.rule.RuleMetadata;
import dev.almanac.events.rule.RuleOptions;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.recurrence.Every;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.clock.DstGap;
import dev.almanac.recurrence.clock.DstOverlap;
import dev.almanac.web.Fields;
import dev.almanac.web.openapi.RecurrenceForm;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body that creates a recurring rule or replaces what it says. What a GET answers beside these fields is only to be read,
 * and passed over.
 *
 * @param recurrence one of {@code cron}, {@code pattern}, {@code rrule}, {@code every}
 * @param start local date-time that intervals are counted from; the time of the request unless said
 */
@JsonIgnoreProperties({
    "id",
    "version",
    "status",
    "describedAs",
    "nextRun",
    "lastRun",
    "outcomes",
    "createdBy",
    "createdAt",
    "pause"
})
public record RuleRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 128) @Nullable
        String name,

        @Schema(implementation = RecurrenceForm.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        JsonNode recurrence,

        @Nullable String start,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Europe/Vienna") @Nullable
        String timeZone,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 128) @Nullable
        String queue,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        JobRequest jobTemplate,

        @Nullable OptionsRequest options,
        @Nullable MetadataRequest metadata) {
    private static final int PAYLOAD_LENGTH_MAX = 16_384;
    private static final Pattern PRINTABLE =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}]+( +[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}]+)*+");
    private static final Recurrence PLACEHOLDER = new Every(Duration.ofDays(1), null);

    /** What a worker is asked to do. */
    public record JobRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String type,

            @Schema(implementation = Object.class, description = "A JSON object that only the worker understands")
            @Nullable
            JsonNode payload,

            @Nullable Integer priority,
            @Nullable Integer timeoutSeconds) {

        private JobTemplate template(Fields fields) {
            return new JobTemplate(
                    fields.text("jobTemplate.type", type, 128),
                    checked(fields, payload),
                    fields.range(
                            "jobTemplate.priority",
                            priority,
                            JobTemplate.PRIORITY_DEFAULT,
                            1,
                            JobTemplate.PRIORITY_MAX),
                    fields.range(
                            "jobTemplate.timeoutSeconds",
                            timeoutSeconds,
                            JobTemplate.TIMEOUT_SECONDS_DEFAULT,
                            1,
                            JobTemplate.TIMEOUT_SECONDS_MAX));
        }

        private static @Nullable JsonNode checked(Fields fields, @Nullable JsonNode payload) {
            if (payload == null || payload.isNull()) {
                return null;
            }
            if (!payload.isObject() || payload.toString().length() > PAYLOAD_LENGTH_MAX) {
                fields.error(
                        "jobTemplate.payload",
                        "must be a JSON object of at most " + PAYLOAD_LENGTH_MAX + " characters");
            }
            return payload;
        }
    }

    /** How the rule behaves; what is not said is as {@link RuleOptions#DEFAULT}. */
    public record OptionsRequest(
            @Nullable Integer maxConcurrent,
            @Nullable Integer jitterSeconds,

            @Schema(implementation = RetryPolicy.class) @Nullable
            String retryPolicy,

            @Schema(implementation = CatchUp.class) @Nullable
            String catchUp,

            @Schema(implementation = OverlapPolicy.class) @Nullable
            String overlap,

            @Schema(implementation = DstGap.class) @Nullable String dstGap,

            @Schema(implementation = DstOverlap.class) @Nullable
            String dstOverlap,

            @Nullable Integer maxHistory) {

        private RuleOptions options(Fields fields) {
            RuleOptions usual = RuleOptions.DEFAULT;
            return new RuleOptions(
                    fields.range(
                            "options.maxConcurrent",
                            maxConcurrent,
                            usual.maxConcurrent(),
                            1,
                            RuleOptions.CONCURRENT_MAX),
                    fields.range(
                            "options.jitterSeconds",
                            jitterSeconds,
                            usual.jitterSeconds(),
                            0,
                            RuleOptions.JITTER_SECONDS_MAX),
                    constant(fields, "retryPolicy", retryPolicy, usual.retryPolicy(), RetryPolicy.class),
                    constant(fields, "catchUp", catchUp, usual.catchUp(), CatchUp.class),
                    constant(fields, "overlap", overlap, usual.overlap(), OverlapPolicy.class),
                    constant(fields, "dstGap", dstGap, usual.dstGap(), DstGap.class),
                    constant(fields, "dstOverlap", dstOverlap, usual.dstOverlap(), DstOverlap.class),
                    fields.range("options.maxHistory", maxHistory, usual.maxHistory(), 0, RuleOptions.HISTORY_MAX));
        }

        private static <E extends Enum<E>> E constant(
                Fields fields, String name, @Nullable String value, E usual, Class<E> type) {
            return value == null ? usual : fields.constant("options." + name, value, type);
        }
    }

    /** What people note about the rule. */
    public record MetadataRequest(
            @Nullable String owner,
            @Nullable String description,
            @Nullable List<@Nullable String> tags) {

        private RuleMetadata metadata(Fields fields) {
            return new RuleMetadata(
                    fields.optionalText("metadata.owner", owner, 128),
                    fields.optionalText("metadata.description", description),
                    fields.texts("metadata.tags", tags, 50, 64));
        }
    }

    public RuleDraft draft() {
        Fields fields = new Fields();
        String ruleName = fields.text("name", name, RuleProfile.NAME_LENGTH_MAX);
        Recurrence rule = recurrence(fields);
        LocalDateTime first = fields.optionalLocal("start", start);
        String zone = fields.zone("timeZone", timeZone);
        String lane = queue(fields);
        JobTemplate job = fields.required("jobTemplate", jobTemplate, new JobRequest("-", null, null, null))
                .template(fields);
        RuleOptions how = options == null ? RuleOptions.DEFAULT : options.options(fields);
        RuleMetadata notes = metadata == null ? new RuleMetadata(null, null, List.of()) : metadata.metadata(fields);
        return fields.valid(() -> new RuleDraft(ruleName, rule, first, zone, lane, job, how, notes));
    }

    /** A calendar's id or name, or that of a queue that only workers know: those are never asked. */
    private String queue(Fields fields) {
        String said = fields.text("queue", queue, RuleProfile.QUEUE_LENGTH_MAX);
        if (!said.isEmpty() && !PRINTABLE.matcher(said).matches()) {
            fields.error("queue", "must be printable, without spaces around it");
        }
        return said;
    }

    private Recurrence recurrence(Fields fields) {
        if (recurrence == null || recurrence.isNull()) {
            fields.error("recurrence", "is required");
        }
        Recurrence rule = fields.optionalRecurrence("recurrence", recurrence);
        return rule == null ? PLACEHOLDER : rule;
    }
}
