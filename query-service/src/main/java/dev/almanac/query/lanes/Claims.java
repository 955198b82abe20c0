package dev.almanac.query.lanes;

import dev.almanac.events.lane.Claim;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.query.events.EntryView;
import dev.almanac.query.events.ScheduleView;
import java.util.List;

/** What views say is taken, in the words of the conflict rules. */
public final class Claims {
    private Claims() {}

    public static Claim of(EntryView entry) {
        return new Claim(entry.id(), entry.calendarId(), entry.slot(), entry.resources());
    }

    /** A single event's slot, those of all occurrences of a series, or none when it is off its calendar. */
    public static List<Claim> of(ScheduleView schedule) {
        if (schedule.status() == ScheduleStatus.CANCELLED || schedule.status() == ScheduleStatus.UNSCHEDULED) {
            return List.of();
        }
        var booking = schedule.booking();
        var resources = schedule.details().resources();
        return booking.recurs()
                ? schedule.series().occurrences().stream()
                        .map(occurrence -> new Claim(
                                occurrence.occurrenceId(),
                                booking.calendarId(),
                                occurrence.slot(),
                                occurrence.resourcesIn(resources)))
                        .toList()
                : List.of(new Claim(schedule.id(), booking.calendarId(), booking.slot(), resources));
    }
}
