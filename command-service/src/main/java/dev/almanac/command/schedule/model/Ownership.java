package dev.almanac.command.schedule.model;

import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.CallerMayNot;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import java.util.Optional;

/** Customers change what they booked themselves; staff changes whatever its calendars hold. */
public final class Ownership {
    private Ownership() {}

    /** Empty where there is nothing that is anybody's, too. */
    public static Optional<Rejection> refusal(ScheduledEvent state, Caller caller) {
        return switch (state) {
            case Booked booked -> refusal(booked.scheduledBy(), caller);
            case ScheduledEvent.Unscheduled(var was) -> refusal(was.scheduledBy(), caller);
            case ScheduledEvent.Removed _, ScheduledEvent.Absent _ -> Optional.empty();
        };
    }

    private static Optional<Rejection> refusal(String bookedBy, Caller caller) {
        return caller.isAtLeast(Role.STAFF) || bookedBy.equals(caller.subject())
                ? Optional.empty()
                : Optional.of(new CallerMayNot("The event was booked by somebody else"));
    }
}
