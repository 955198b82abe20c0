package dev.almanac.command.schedule.request;

import dev.almanac.command.schedule.model.ScheduleId;
import dev.almanac.command.schedule.model.Timetable;
import dev.almanac.command.schedule.request.ScheduleRequest.ResourceClaimRequest;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import dev.almanac.events.wire.ChangeJson;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An event, series or occurrence as the body that would book it as it is. */
public final class CurrentSchedule {
    private CurrentSchedule() {}

    /** Nothing for what is not on its calendar. */
    public static Optional<ScheduleRequest> of(ScheduleId id, ScheduledEvent state) {
        if (id.namesAnOccurrence()) {
            return Timetable.place(state, id.id())
                    .flatMap(place -> place.slot().map(slot -> request(place.booked(), slot, place.details(), null)));
        }
        return state instanceof Booked booked
                ? Optional.of(request(booked, booked.booking().slot(), booked.details(), recurrence(booked)))
                : Optional.empty();
    }

    private static @Nullable JsonNode recurrence(Booked booked) {
        return booked.booking().recurs()
                ? ChangeJson.mapper().valueToTree(booked.booking().recurrence())
                : null;
    }

    private static ScheduleRequest request(
            Booked booked, TimeSlot slot, EventDetails details, @Nullable JsonNode recurrence) {
        return new ScheduleRequest(
                booked.booking().calendarId(),
                details.title(),
                slot.start().toString(),
                slot.end().toString(),
                booked.booking().timeZone(),
                details.eventId(),
                details.description(),
                details.location(),
                details.category(),
                details.priority(),
                details.tags().stream().<@Nullable String>map(tag -> tag).toList(),
                details.allDay(),
                recurrence,
                details.resources().stream()
                        .<@Nullable ResourceClaimRequest>map(claim -> new ResourceClaimRequest(
                                claim.resourceId(), claim.role().name()))
                        .toList(),
                details.companions().stream()
                        .<@Nullable CompanionRequest>map(companion -> new CompanionRequest(
                                companion.scheduleId(), null, companion.offset().toString()))
                        .toList(),
                details.reminders().stream()
                        .<@Nullable String>map(Duration::toString)
                        .toList(),
                null,
                null,
                null,
                null);
    }
}
