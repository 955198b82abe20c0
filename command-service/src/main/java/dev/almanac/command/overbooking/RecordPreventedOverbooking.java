package dev.almanac.command.overbooking;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.ledger.OnLane;
import dev.almanac.command.ledger.RefusedClaim;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.OverbookingPreventedBySystem;

/** Records a refusal for want of room, after the transaction that was refused has been rolled back. */
public record RecordPreventedOverbooking(String calendarId, RefusedClaim refused, Request request)
        implements Command, OnLane {

    CalendarChange change() {
        return new OverbookingPreventedBySystem(
                calendarId,
                refused.scheduleId(),
                refused.startDateTime(),
                refused.endDateTime(),
                request.caller().subject(),
                request.at());
    }
}
