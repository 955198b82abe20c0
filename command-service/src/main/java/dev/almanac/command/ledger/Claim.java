package dev.almanac.command.ledger;

import dev.almanac.events.TimeSlot;

/** A slot of a calendar that an event or one occurrence of a series holds. */
public record Claim(String claimId, String scheduleId, String calendarId, String title, TimeSlot slot) {

    /** Whether it is the same place in the calendar, whatever its title says by now. */
    boolean isAtThePlaceOf(Claim other) {
        return claimId.equals(other.claimId) && calendarId.equals(other.calendarId) && slot.equals(other.slot);
    }

    /** A single event's claim bears its own id. */
    boolean isOfSeries() {
        return !claimId.equals(scheduleId);
    }

    boolean competesWith(Claim other) {
        return calendarId.equals(other.calendarId) && slot.overlaps(other.slot);
    }
}
