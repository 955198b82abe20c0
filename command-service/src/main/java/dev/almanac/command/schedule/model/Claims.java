package dev.almanac.command.schedule.model;

import dev.almanac.command.ledger.Claim;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.EventSeries;
import dev.almanac.events.schedule.OccurrenceException;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which slots a booking claims: its own, or those of all its occurrences at once. */
public final class Claims {
    private Claims() {}

    /** None for what is not on its calendar. */
    public static List<Claim> of(ScheduledEvent state) {
        return switch (state) {
            case Booked booked -> of(booked);
            case ScheduledEvent.Absent _, ScheduledEvent.Unscheduled _, ScheduledEvent.Removed _ -> List.of();
        };
    }

    private static List<Claim> of(Booked booked) {
        return booked.booking().recurs()
                ? series(booked).occurrences().stream()
                        .map(occurrence -> claim(booked, occurrence.occurrenceId(), occurrence.slot()))
                        .toList()
                : List.of(claim(booked, booked.scheduleId(), booked.booking().slot()));
    }

    /** Which resources a claim needs: an occurrence may need others than its series. */
    public static Set<String> resources(ScheduledEvent state, String claimId) {
        return switch (state) {
            case Booked booked -> resources(booked, claimId);
            case ScheduledEvent.Absent _, ScheduledEvent.Unscheduled _, ScheduledEvent.Removed _ -> Set.of();
        };
    }

    private static Set<String> resources(Booked booked, String claimId) {
        EventDetails own =
                booked.exceptions().get(claimId) instanceof OccurrenceException.Moved(var _, var details, var _)
                        ? details
                        : null;
        return (own == null ? booked.details() : own)
                .resources().stream().map(ResourceClaim::resourceId).collect(Collectors.toUnmodifiableSet());
    }

    public static EventSeries series(Booked booked) {
        return new EventSeries(
                booked.scheduleId(), booked.booking(), booked.details().allDay(), booked.exceptions());
    }

    private static Claim claim(Booked booked, String claimId, dev.almanac.events.TimeSlot slot) {
        return new Claim(
                claimId,
                booked.scheduleId(),
                booked.booking().calendarId(),
                booked.details().title(),
                slot);
    }
}
