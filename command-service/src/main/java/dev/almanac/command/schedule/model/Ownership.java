package dev.almanac.command.schedule.model;

import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.CallerMayNot;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import java.util.Optional;

/** Customers change what they booked themselves; staff changes whatever its calendars hold. */
public final class Ownership {
    private Ownership() {}

    public static Optional<Rejection> of(Booked booked, Caller caller) {
        return caller.isAtLeast(Role.STAFF) || booked.scheduledBy().equals(caller.subject())
                ? Optional.empty()
                : Optional.of(new CallerMayNot("The event was booked by somebody else"));
    }
}
