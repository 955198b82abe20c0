package dev.almanac.command.ics;

import dev.almanac.command.schedule.model.Shift;
import dev.almanac.command.schedule.model.Timetable;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A series of a file, and where the overrides of the file belong in it. */
final class IcsSeries {
    private static final String UNSAYABLE = "RANGE=THISANDFUTURE: no recurrence can say what is left of the series";

    private final IcsEvent event;
    private final ZoneId zone;
    private final Timetable timetable;

    IcsSeries(IcsEvent event, ZoneId zone) {
        this.event = event;
        this.zone = zone;
        this.timetable = Timetable.of(new Booked(
                event.scheduleId(), event.booking(), event.details(), event.status(), "", Map.of(), Set.of()));
    }

    /**
     * An override at its place.
     *
     * @param index of the occurrence that it overrides
     * @param name tells the part of the series that begins there from all others
     */
    record Placed(IcsComponent override, int index, String name) {

        boolean changesAllThatFollow() {
            return override.first("RECURRENCE-ID")
                    .map(id -> id.parameter("RANGE"))
                    .filter(range -> range.toUpperCase(Locale.ROOT).equals("THISANDFUTURE"))
                    .isPresent();
        }

        Placed earlierBy(int occurrences) {
            return new Placed(override, index - occurrences, name);
        }
    }

    IcsEvent event() {
        return event;
    }

    String occurrenceId(int index) {
        return timetable.planned().get(index).occurrenceId();
    }

    /** Nowhere, where the series has no such occurrence. */
    Optional<Placed> place(IcsComponent override, IcsProperty recurrenceId, IcsTime time) {
        String name = override.uid() + "_R" + recurrenceId.value().strip();
        return IntStream.range(0, timetable.size())
                .filter(index -> isMeant(timetable.planned().get(index), time))
                .mapToObj(index -> new Placed(override, index, name))
                .findFirst();
    }

    /** By the wall clock where it is that of the series, by the day where only that is said, else by the instant. */
    private boolean isMeant(MaterialisedOccurrence occurrence, IcsTime time) {
        if (time.wholeDay()) {
            return occurrence.nominal().toLocalDate().equals(time.local().toLocalDate());
        }
        return time.zone().equals(zone)
                ? occurrence.nominal().equals(time.local())
                : occurrence.startDateTime().equals(time.instant());
    }

    /** What comes before an occurrence. */
    IcsSeries before(int index) {
        return new IcsSeries(event.at(timetable.head(index).orElseThrow(() -> new Unimportable(UNSAYABLE))), zone);
    }

    /** What comes from an occurrence on, as another series: moved to a slot, and about something else. */
    IcsSeries from(
            int index, TimeSlot to, IcsTime start, EventDetails details, ScheduleStatus status, String scheduleId) {
        Booking booking = event.booking();
        Shift shift = Shift.between(
                timetable.planned().get(index).nominal(), booking.timeZone(), start.in(zone), booking.timeZone());
        Booking tail = timetable.tail(index, shift, to.duration()).orElseThrow(() -> new Unimportable(UNSAYABLE));
        Booking ending = details.allDay()
                ? tail.movedTo(new TimeSlot(tail.startDateTime(), to.end()), tail.timeZone(), tail.localStart())
                : tail;
        return new IcsSeries(new IcsEvent(scheduleId, ending, details, status, Map.of()), zone);
    }
}
