package dev.almanac.query.history;

import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.query.events.OccurrenceException;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.web.openapi.RecurrenceForm;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event or series as it was at a time.
 *
 * @param startDateTime of a series that of its first occurrence
 * @param exception how the occurrence that was asked for departed from its series then
 */
public record Snapshot(
        ScheduleStatus status,
        String calendarId,
        Instant startDateTime,
        Instant endDateTime,
        String timeZone,

        @Schema(implementation = RecurrenceForm.class) @Nullable
        JsonNode recurrence,

        EventDetails details,
        @Nullable OccurrenceException exception) {

    static @Nullable Snapshot of(@Nullable ScheduleView view, String id) {
        return view == null
                ? null
                : new Snapshot(
                        view.status(),
                        view.booking().calendarId(),
                        view.booking().startDateTime(),
                        view.booking().endDateTime(),
                        view.booking().timeZone(),
                        view.booking().recurs()
                                ? ChangeJson.mapper().valueToTree(view.booking().recurrence())
                                : null,
                        // Addresses of attendees are for whoever exports the calendar.
                        view.details().keeping(List.of()),
                        view.exceptionOf(id).orElse(null));
    }
}
