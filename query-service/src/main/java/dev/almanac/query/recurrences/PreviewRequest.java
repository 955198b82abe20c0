package dev.almanac.query.recurrences;

import dev.almanac.query.http.Page;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.clock.DstGap;
import dev.almanac.recurrence.clock.DstOverlap;
import dev.almanac.recurrence.clock.DstPolicy;
import dev.almanac.recurrence.clock.InvalidRecurrence;
import dev.almanac.web.Fields;
import dev.almanac.web.openapi.RecurrenceForm;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body that asks for a preview of {@code [from, till)}.
 *
 * @param from RFC 3339, or a local date-time of {@code timeZone}, as {@code till}
 * @param until what {@code till} is called today
 * @param recurrence one of {@code cron}, {@code pattern}, {@code rrule}, {@code every}
 * @param start DTSTART, which then occurs itself (RFC 5545 3.8.5.3); without it the rule runs from {@code from}
 */
record PreviewRequest(
        @Schema(implementation = RecurrenceForm.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        JsonNode recurrence,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "America/New_York") @Nullable
        String timeZone,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time") @Nullable
        String from,

        @Schema(format = "date-time", description = "Required, unless until is there") @Nullable
        String till,

        @Schema(format = "date-time", deprecated = true, description = "Older spelling of till") @Nullable
        String until,

        @Schema(example = "2026-03-01T02:30:00") @Nullable String start,

        @Schema(minimum = "1", maximum = "1000", defaultValue = "100") @Nullable
        Integer limit,

        @Schema(implementation = DstGap.class, defaultValue = "SHIFT_FORWARD") @Nullable
        String dstGap,

        @Schema(implementation = DstOverlap.class, defaultValue = "FIRST") @Nullable
        String dstOverlap) {
    private static final int LIMIT_USUAL = 100;
    private static final int YEARS_MAX = 10;

    Preview preview(Fields fields) {
        String endName = till == null && until != null ? "until" : "till";
        Optional<Recurrence> rule = rule(fields);
        String zone = fields.zone("timeZone", timeZone);
        String known = fields.areInOrder("timeZone") ? zone : null;
        Instant first = fields.instant("from", from, known);
        Instant end = fields.instant(endName, till == null ? until : till, known);
        if (till != null && until != null) {
            fields.error("until", "is the older spelling of till: say one of them");
        }
        Optional<LocalDateTime> anchor = Optional.ofNullable(fields.optionalLocal("start", start));
        int most = fields.range("limit", limit, LIMIT_USUAL, 1, Page.LIMIT_MAX);
        DstPolicy policy = new DstPolicy(
                fields.constant("dstGap", dstGap, DstPolicy.DEFAULT.gap()),
                fields.constant("dstOverlap", dstOverlap, DstPolicy.DEFAULT.overlap()));
        if (fields.areInOrder("from", endName)) {
            checkRange(fields, first, endName, end);
        }
        return fields.valid(() -> new Question(rule.orElseThrow(), ZoneId.of(zone), first, end, anchor, policy))
                .answer(fields, most);
    }

    private Optional<Recurrence> rule(Fields fields) {
        if (recurrence == null || recurrence.isNull()) {
            fields.error("recurrence", "is required");
            return Optional.empty();
        }
        try {
            return Optional.of(Recurrence.fromJson(recurrence));
        } catch (InvalidRecurrence e) {
            fields.error(Question.named(e.field()), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static void checkRange(Fields fields, Instant since, String endName, Instant end) {
        if (!since.isBefore(end)) {
            fields.error(endName, "must be after from");
        } else if (end.isAfter(
                since.atOffset(ZoneOffset.UTC).plusYears(YEARS_MAX).toInstant())) {
            fields.error(endName, "must be at most " + YEARS_MAX + " years after from");
        }
    }
}
