package dev.almanac.query.read.recurrences;

import dev.almanac.events.recurrence.DstGap;
import dev.almanac.events.recurrence.DstOverlap;
import dev.almanac.events.recurrence.DstPolicy;
import dev.almanac.events.recurrence.InvalidRecurrence;
import dev.almanac.events.recurrence.Recurrence;
import dev.almanac.query.http.Fields;
import dev.almanac.query.http.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body that asks for a preview of {@code [from, until)}.
 *
 * @param recurrence one of {@code cron}, {@code pattern}, {@code rrule}, {@code every}
 * @param start DTSTART, which then occurs itself (RFC 5545 3.8.5.3); without it the rule runs from {@code from}
 */
record PreviewRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        JsonNode recurrence,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "America/New_York") @Nullable
        String timeZone,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time") @Nullable
        String from,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time") @Nullable
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

    Preview preview() {
        Fields fields = new Fields();
        Optional<Recurrence> rule = rule(fields);
        Optional<ZoneId> zone = fields.zone("timeZone", timeZone);
        Optional<Instant> first = fields.instant("from", from);
        Optional<Instant> end = fields.instant("until", until);
        Optional<LocalDateTime> anchor = fields.optionalLocal("start", start);
        int most = fields.range("limit", limit, LIMIT_USUAL, 1, Page.LIMIT_MAX);
        DstPolicy policy = new DstPolicy(
                fields.constant("dstGap", dstGap, DstPolicy.DEFAULT.gap()),
                fields.constant("dstOverlap", dstOverlap, DstPolicy.DEFAULT.overlap()));
        first.ifPresent(since -> end.ifPresent(till -> checkRange(fields, since, till)));
        fields.check();
        return new Question(
                        rule.orElseThrow(), zone.orElseThrow(), first.orElseThrow(), end.orElseThrow(), anchor, policy)
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

    private static void checkRange(Fields fields, Instant since, Instant till) {
        if (!since.isBefore(till)) {
            fields.error("until", "must be after from");
        } else if (till.isAfter(
                since.atOffset(ZoneOffset.UTC).plusYears(YEARS_MAX).toInstant())) {
            fields.error("until", "must be at most " + YEARS_MAX + " years after from");
        }
    }
}
