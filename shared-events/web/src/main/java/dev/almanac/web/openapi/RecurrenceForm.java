package dev.almanac.web.openapi;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recurrence as documents show it: exactly one of cron, pattern, rrule and every, and what belongs to that. */
@Schema(
        name = "Recurrence",
        description = "Exactly one of cron, pattern, rrule and every, and what belongs to that one")
public record RecurrenceForm(
        @Schema(description = "A crontab line of five fields", example = "0 3 * * 1-5") @Nullable
        String cron,

        @Schema(
                description = "Which fields the cron has: FIVE unless said",
                allowableValues = {"FIVE", "SECONDS", "SECONDS_AND_YEAR"})
        @Nullable
        String fields,

        @Nullable PatternForm pattern,

        @Schema(description = "A recurrence rule of RFC 5545", example = "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10") @Nullable
        String rrule,

        @Schema(description = "Beside rrule: further occurrences") @Nullable
        List<String> rdate,

        @Schema(description = "Beside rrule: occurrences that are left out") @Nullable
        List<String> exdate,

        @Schema(description = "A duration of ISO 8601 in elapsed time", example = "PT90M") @Nullable
        String every,

        @Schema(description = "Beside every: the first occurrence; the start unless said", format = "date-time")
        @Nullable
        String anchor,

        @Schema(description = "Beside cron and every: the last moment, or the last date") @Nullable
        String until,

        @Schema(description = "Beside cron and every: how often it occurs", minimum = "1") @Nullable
        Integer count) {

    /** Weekdays, days of months and the like, as forms in a browser have them. */
    @Schema(name = "RecurrencePattern")
    public record PatternForm(
            @Schema(
                    allowableValues = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"},
                    requiredMode = Schema.RequiredMode.REQUIRED)
            String type,

            @Schema(description = "Every so many days, weeks, months or years; 1 unless said", minimum = "1") @Nullable
            Integer interval,

            @ArraySchema(
                    schema =
                            @Schema(
                                    allowableValues = {
                                        "MONDAY",
                                        "TUESDAY",
                                        "WEDNESDAY",
                                        "THURSDAY",
                                        "FRIDAY",
                                        "SATURDAY",
                                        "SUNDAY"
                                    }))
            @Nullable
            List<String> daysOfWeek,

            @Nullable Integer dayOfMonth,

            @Schema(description = "The last date on which it may occur", format = "date") @Nullable
            String endDate,

            @Nullable Integer occurrenceCount) {}
}
