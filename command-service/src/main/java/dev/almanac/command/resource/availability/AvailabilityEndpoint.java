package dev.almanac.command.resource.availability;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.LaneEntry;
import dev.almanac.web.Fields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Resources")
@RequestMapping("/api/v1/resources/{resourceId}/availability")
class AvailabilityEndpoint {
    /** Whoever ends outages need not know how long they are. */
    private static final Duration ANY = ChronoUnit.FOREVER.getDuration();

    /**
     * When a resource is out, or there again.
     *
     * @param startDateTime RFC 3339, or a local date-time of {@code timeZone}, as the end
     */
    record PeriodRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String startDateTime,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String endDateTime,

            @Nullable String timeZone,
            @Nullable String reason) {
        private TimeSlot slot(Fields fields, Duration longest) {
            String zone = fields.optionalZone("timeZone", timeZone);
            Instant start = fields.instant("startDateTime", startDateTime, zone);
            Instant end = fields.instant("endDateTime", endDateTime, zone);
            if (Duration.between(start, end).compareTo(longest) > 0) {
                fields.error("endDateTime", "must be at most " + longest.toDays() + " days after startDateTime");
            }
            fields.optionalText("reason", reason, 256);
            return fields.valid(() -> new TimeSlot(start, end));
        }
    }

    @Operation(operationId = "markUnavailable", summary = "Says that a resource is out from then to then")
    @Slice(role = Role.STAFF, rehearsable = true)
    @PostMapping("/mark-unavailable")
    Write<WriteAnswer> markUnavailable(
            @PathVariable String resourceId, @RequestBody PeriodRequest body, Request request) {
        Fields fields = new Fields();
        TimeSlot slot = body.slot(fields, LaneEntry.LONGEST);
        return Write.changing(
                resourceId,
                new MarkResourceUnavailable(
                        resourceId, UUID.randomUUID().toString(), slot, body.reason(), request.noting(fields.notes())));
    }

    @Operation(operationId = "markAvailable", summary = "Says that a resource is there from then to then after all")
    @Slice(role = Role.STAFF, rehearsable = true)
    @PostMapping("/mark-available")
    Write<WriteAnswer> markAvailable(
            @PathVariable String resourceId, @RequestBody PeriodRequest body, Request request) {
        Fields fields = new Fields();
        TimeSlot slot = body.slot(fields, ANY);
        return Write.changing(
                resourceId,
                new MarkResourceAvailable(
                        resourceId, UUID.randomUUID().toString(), slot, body.reason(), request.noting(fields.notes())));
    }
}
