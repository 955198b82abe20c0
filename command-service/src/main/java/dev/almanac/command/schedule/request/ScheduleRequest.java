package dev.almanac.command.schedule.request;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.almanac.command.ledger.SeriesPolicy;
import dev.almanac.command.ledger.Terms;
import dev.almanac.command.schedule.model.CompanionTitle;
import dev.almanac.command.schedule.model.DetailLimits;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.resource.ResourceRole;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.web.Fields;
import dev.almanac.web.openapi.RecurrenceForm;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body that books an event or replaces a booking. What a GET answers beside these fields is only to be read, and passed
 * over.
 *
 * @param recurrence one of {@code cron}, {@code pattern}, {@code rrule}, {@code every}
 * @param priority 1 (highest) to 9, 0 when undefined
 * @param startDateTime RFC 3339, or a local date-time in {@code timeZone}
 * @param reminders how long before the start somebody is reminded, of each occurrence of a series: PT0S to P28D
 * @param reason why, at most 256 characters
 * @param seriesPolicy ALL_OR_NOTHING when it is left out, SKIP_CONFLICTING or BOOK_AND_FLAG
 */
@JsonIgnoreProperties({
    "id",
    "scheduleId",
    "version",
    "localStart",
    "localEnd",
    "status",
    "conflictLevel",
    "recurring",
    "moved",
    "run",
    "exceptions",
    "conflicts",
    "primaries",
    "createdBy",
    "createdAt",
    "changedBy",
    "changedAt"
})
public record ScheduleRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String calendarId,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = DetailLimits.TITLE_MAX) @Nullable
        String title,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026-12-24T20:00:00+01:00") @Nullable
        String startDateTime,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026-12-24T22:00:00+01:00") @Nullable
        String endDateTime,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Europe/Vienna") @Nullable
        String timeZone,

        @Nullable String eventId,
        @Nullable String description,
        @Nullable String location,
        @Nullable String category,
        @Schema(minimum = "0", maximum = "9") @Nullable Integer priority,
        @Nullable List<@Nullable String> tags,
        @Nullable Boolean allDay,

        @Schema(implementation = RecurrenceForm.class) @Nullable
        JsonNode recurrence,

        @Nullable List<@Nullable ResourceClaimRequest> resources,
        @Nullable List<@Nullable CompanionRequest> companions,

        @ArraySchema(
                schema = @Schema(format = "duration", example = "PT15M"),
                maxItems = EventDetails.REMINDERS_MAX,
                uniqueItems = true)
        @Nullable
        List<@Nullable String> reminders,

        @Nullable Boolean tentative,

        @Schema(implementation = SeriesPolicy.class) @Nullable
        String seriesPolicy,

        @Nullable OverrideRequest override,
        @Nullable String reason) {
    private static final int RESOURCES_MAX = 50;

    /** A resource that the event needs; PRIMARY when no role is named. */
    public record ResourceClaimRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String resourceId,

            @Schema(implementation = ResourceRole.class) @Nullable
            String role) {}

    /** A parsed body: what to book, and what it is about. */
    public record Parsed(
            Booking booking,
            EventDetails details,
            boolean tentative,
            List<CompanionTitle> partners,
            Terms terms,
            @Nullable String reason,
            List<String> notes) {

        public Parsed {
            partners = List.copyOf(partners);
            notes = List.copyOf(notes);
        }
    }

    public Parsed parsed() {
        Fields fields = new Fields();
        String calendar = fields.text("calendarId", calendarId, 64);
        String zone = fields.zone("timeZone", timeZone);
        Instant start = fields.instant("startDateTime", startDateTime, zone);
        Instant end = fields.instant("endDateTime", endDateTime, zone);
        Recurrence rule = fields.optionalRecurrence("recurrence", recurrence);
        EventDetails details = details(fields);
        List<CompanionTitle> partners = CompanionRequest.byTitle(fields, companions);
        Terms terms = TermsRequest.of(fields, seriesPolicy, override);
        String why = fields.optionalText("reason", reason, 256);
        return fields.valid(() -> new Parsed(
                new Booking(calendar, start, end, zone, rule, null, fields.wallTime(startDateTime, start, zone), null),
                details,
                Boolean.TRUE.equals(tentative),
                partners,
                terms,
                why,
                fields.notes()));
    }

    private EventDetails details(Fields fields) {
        return new EventDetails(
                        fields.optionalText("eventId", eventId, DetailLimits.EVENT_ID_MAX),
                        fields.text("title", title, DetailLimits.TITLE_MAX),
                        fields.optionalText("description", description, DetailLimits.DESCRIPTION_MAX),
                        fields.optionalText("location", location, DetailLimits.LOCATION_MAX),
                        fields.optionalText("category", category, DetailLimits.CATEGORY_MAX),
                        fields.range("priority", priority, 0, 0, 9),
                        fields.texts("tags", tags, DetailLimits.TAGS_MAX, DetailLimits.TAG_MAX),
                        claims(fields),
                        Boolean.TRUE.equals(allDay),
                        CompanionRequest.byId(fields, companions))
                .reminding(reminders(fields));
    }

    private List<Duration> reminders(Fields fields) {
        List<@Nullable String> given = reminders == null ? List.of() : reminders;
        if (given.size() > EventDetails.REMINDERS_MAX) {
            fields.error("reminders", "must not have more than " + EventDetails.REMINDERS_MAX + " entries");
            return List.of();
        }
        List<Duration> read =
                given.stream().map(before -> reminder(fields, before)).toList();
        if (new HashSet<>(read).size() < read.size()) {
            fields.error("reminders", "must not name the same time before the start twice");
        }
        return read;
    }

    private static Duration reminder(Fields fields, @Nullable String before) {
        try {
            Duration read = Duration.parse(fields.required("reminders", before, "PT0S"));
            if (EventDetails.isReminder(read)) {
                return read;
            }
        } catch (DateTimeParseException none) {
            // Told below.
        }
        fields.error(
                "reminders", "must be durations before the start, such as PT15M, of at most P28D in whole seconds");
        return Duration.ZERO;
    }

    private List<ResourceClaim> claims(Fields fields) {
        if (resources == null) {
            return List.of();
        }
        if (resources.size() > RESOURCES_MAX) {
            fields.error("resources", "must not have more than " + RESOURCES_MAX + " entries");
            return List.of();
        }
        return resources.stream().map(resource -> claim(fields, resource)).toList();
    }

    private static ResourceClaim claim(Fields fields, @Nullable ResourceClaimRequest resource) {
        ResourceClaimRequest named = fields.required("resources", resource, new ResourceClaimRequest("", "PRIMARY"));
        return new ResourceClaim(
                fields.text("resources.resourceId", named.resourceId(), 64),
                named.role() == null
                        ? ResourceRole.PRIMARY
                        : fields.constant("resources.role", named.role(), ResourceRole.class));
    }
}
