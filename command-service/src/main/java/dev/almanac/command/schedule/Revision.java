package dev.almanac.command.schedule;

import dev.almanac.command.ledger.Claim;
import dev.almanac.command.ledger.Holding;
import dev.almanac.command.schedule.model.Claims;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.ChangeUndone;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceConfirmed;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduleChange.ScheduleConfirmed;
import dev.almanac.events.schedule.ScheduledEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a command changes of one event. */
record Revision(LoadedEvent event, ScheduledEvent before, ScheduledEvent after, List<ScheduleChange> changes) {

    static List<Revision> of(Map<String, LoadedEvent> loaded, List<ScheduleChange> changes) {
        List<Revision> revisions = new ArrayList<>();
        changes.stream()
                .collect(Collectors.groupingBy(ScheduleChange::scheduleId, LinkedHashMap::new, Collectors.toList()))
                .forEach((id, own) -> revisions.add(of(LoadedEvent.in(loaded, id), own)));
        return revisions;
    }

    private static Revision of(LoadedEvent event, List<ScheduleChange> changes) {
        ScheduledEvent before = event.state();
        return new Revision(event, before, ScheduledEvent.evolve(before, changes), changes);
    }

    String scheduleId() {
        return event.scheduleId();
    }

    Holding holding() {
        return new Holding(scheduleId(), Claims.of(before), Claims.of(after));
    }

    /** Where the ledger says what it holds, which its changes do not say any more by the zone data of today. */
    Holding holding(List<Claim> held) {
        return new Holding(scheduleId(), held, Claims.of(after));
    }

    /**
     * What is skipped is said first where the series is there already, so that nobody sees it claim what it does not get; a
     * series that begins says itself which of its occurrences the changes behind it are about.
     */
    void record(List<ScheduleChange> skipped) {
        List<ScheduleChange> all = new ArrayList<>(changes);
        all.addAll(before instanceof ScheduledEvent.Booked ? 0 : all.size(), skipped);
        List<String> departing = all.stream().flatMap(Revision::departing).toList();
        all.replaceAll(
                change -> change instanceof EventScheduledOnCalendar begun ? begun.departing(departing) : change);
        event.aggregate().execute(aggregate -> aggregate.record(all));
    }

    private static Stream<String> departing(ScheduleChange change) {
        return switch (change) {
            case OccurrenceRescheduled moved -> Stream.of(moved.occurrenceId());
            case OccurrenceCancelled gone -> Stream.of(gone.occurrenceId());
            case EventScheduledOnCalendar _,
                    EventUpdated _,
                    EventRescheduled _,
                    EventRemovedFromCalendar _,
                    ScheduleConfirmed _,
                    OccurrenceConfirmed _,
                    ChangeUndone _ -> Stream.empty();
        };
    }
}
