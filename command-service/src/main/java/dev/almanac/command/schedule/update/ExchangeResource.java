package dev.almanac.command.schedule.update;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.model.BookingRules;
import dev.almanac.command.schedule.model.EventIsUnscheduled;
import dev.almanac.command.schedule.model.EventWasRemoved;
import dev.almanac.command.schedule.model.ResourceIsUnknown;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import java.util.List;

/** Takes another resource in the place of one, in the same role. */
public record ExchangeResource(String scheduleId, String from, String to, Request request) implements Command {
    public static Outcome<ScheduleChange> decide(
            ExchangeResource command, ScheduledEvent state, List<String> unknownResources) {
        return switch (state) {
            case ScheduledEvent.Absent _ ->
                Outcome.refused(new SubjectDoesNotExist("Scheduled event", command.scheduleId()));
            case ScheduledEvent.Removed _ -> Outcome.refused(new EventWasRemoved(command.scheduleId()));
            case ScheduledEvent.Unscheduled _ -> Outcome.refused(new EventIsUnscheduled(command.scheduleId()));
            case Booked booked
            when !command.isNeededBy(booked.details()) ->
                Outcome.refused(new ActionIsNotAvailable("The event does not need this resource"));
            case Booked booked ->
                Refusals.firstOr(
                        () -> Outcome.accepted(new EventUpdated(
                                command.scheduleId(), booked.booking(), command.exchanged(booked.details()))),
                        () -> BookingRules.ofLateness(booked.booking().startDateTime(), command.request()),
                        () -> unknownResources.stream().findFirst().map(ResourceIsUnknown::new));
        };
    }

    private boolean isNeededBy(EventDetails details) {
        return details.resources().stream().anyMatch(claim -> claim.resourceId().equals(from));
    }

    private EventDetails exchanged(EventDetails details) {
        return details.needing(details.resources().stream()
                .map(claim -> claim.resourceId().equals(from) ? new ResourceClaim(to, claim.role()) : claim)
                .distinct()
                .toList());
    }
}
