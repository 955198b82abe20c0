package dev.almanac.command.calendar.request;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.almanac.events.calendar.BookingRules;
import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.calendar.OwnerType;
import dev.almanac.web.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body that creates or replaces what a calendar says of itself. What a GET answers beside these fields is only to be
 * read, and passed over.
 */
@JsonIgnoreProperties({"id", "version", "active", "createdAt", "changedAt"})
public record CalendarRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String name,

        @Nullable String description,

        @Schema(implementation = CalendarType.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String calendarType,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String ownerId,

        @Schema(implementation = OwnerType.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String ownerType,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Europe/Vienna") @Nullable
        String timeZone,

        @Schema(minimum = "1", defaultValue = "1") @Nullable Integer maxConcurrentEvents,
        @Nullable Boolean allowOverbooking,
        @Nullable BookableRequest bookable) {
    /** Within what whoever holds no share books for themselves; what is left out is as in {@link BookingRules#DEFAULT}. */
    public record BookableRequest(
            @Schema(minimum = "0", defaultValue = "0") @Nullable
            Integer noticeMinutes,

            @Schema(minimum = "1", defaultValue = "365") @Nullable
            Integer horizonDays,

            @Schema(minimum = "1", defaultValue = "10") @Nullable
            Integer perUserMax) {
        static @Nullable BookableRequest of(@Nullable BookingRules rules) {
            return rules == null
                    ? null
                    : new BookableRequest(rules.noticeMinutes(), rules.horizonDays(), rules.perUserMax());
        }

        private BookingRules rules(Fields fields) {
            BookingRules usual = BookingRules.DEFAULT;
            return new BookingRules(
                    fields.range(
                            "bookable.noticeMinutes",
                            noticeMinutes,
                            usual.noticeMinutes(),
                            0,
                            BookingRules.NOTICE_MINUTES_MAX),
                    fields.range(
                            "bookable.horizonDays", horizonDays, usual.horizonDays(), 1, BookingRules.HORIZON_DAYS_MAX),
                    fields.range("bookable.perUserMax", perUserMax, usual.perUserMax(), 1, BookingRules.PER_USER_MAX));
        }
    }

    private static final int CONCURRENT_EVENTS_MAX = 100_000;

    /** The body that would leave it as it is. */
    public static CalendarRequest of(CalendarProfile profile) {
        return new CalendarRequest(
                profile.name(),
                profile.description(),
                profile.calendarType().name(),
                profile.ownerId(),
                profile.ownerType().name(),
                profile.timeZone(),
                profile.maxConcurrentEvents(),
                profile.allowOverbooking(),
                BookableRequest.of(profile.bookable()));
    }

    public CalendarProfile profile() {
        Fields fields = new Fields();
        String calendarName = fields.text("name", name, 128);
        String about = fields.optionalText("description", description);
        CalendarType type = fields.constant("calendarType", calendarType, CalendarType.class);
        String owner = fields.text("ownerId", ownerId, 128);
        OwnerType ownerKind = fields.constant("ownerType", ownerType, OwnerType.class);
        String zone = fields.zone("timeZone", timeZone);
        int capacity = fields.range("maxConcurrentEvents", maxConcurrentEvents, 1, 1, CONCURRENT_EVENTS_MAX);
        boolean overbooking = Boolean.TRUE.equals(allowOverbooking);
        BookingRules rules = bookable == null ? null : bookable.rules(fields);
        return fields.valid(() ->
                new CalendarProfile(calendarName, about, type, owner, ownerKind, zone, capacity, overbooking, rules));
    }
}
