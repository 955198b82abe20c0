package dev.almanac.query.events.schedules;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.almanac.events.schedule.Companion;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.query.conflicts.ConflictItem;
import dev.almanac.query.diary.EventItem;
import dev.almanac.query.events.OccurrenceException;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.web.openapi.RecurrenceForm;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All that is known of one event, series or occurrence.
 *
 * @param recurrence as it was asked for; absent for a single event
 * @param companions events that go where this one goes, at their offsets
 * @param primaries ids of the events that this one goes with
 * @param reminders how long before the start somebody is reminded, the shortest first
 * @param exceptions of a series: what differs from it
 * @param conflicts that are open
 */
record ScheduleDetail(
        @JsonUnwrapped EventItem event,

        @Schema(implementation = RecurrenceForm.class) @Nullable
        JsonNode recurrence,

        List<Companion> companions,
        List<String> primaries,
        List<Duration> reminders,
        List<OccurrenceException> exceptions,
        List<ConflictItem> conflicts,
        String createdBy,
        Instant createdAt,
        String changedBy,
        Instant changedAt) {

    /** An occurrence may say something else than its series. */
    private static EventDetails details(EventItem event, ScheduleView schedule) {
        return schedule.exceptionOf(event.id())
                .map(OccurrenceException::details)
                .orElse(schedule.details());
    }

    static ScheduleDetail of(
            EventItem event, ScheduleView schedule, List<String> primaries, List<ConflictItem> conflicts) {
        boolean whole = event.id().equals(schedule.id());
        return new ScheduleDetail(
                event,
                schedule.booking().recurs()
                        ? ChangeJson.mapper().valueToTree(schedule.booking().recurrence())
                        : null,
                schedule.details().companions(),
                primaries,
                details(event, schedule).reminders(),
                whole ? schedule.exceptions() : List.of(),
                conflicts,
                schedule.createdBy(),
                schedule.createdAt(),
                schedule.changedBy(),
                schedule.changedAt());
    }
}
