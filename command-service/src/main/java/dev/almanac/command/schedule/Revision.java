package dev.almanac.command.schedule;

import dev.almanac.command.ledger.Holding;
import dev.almanac.command.schedule.model.Claims;
import dev.almanac.command.schedule.model.ScheduleState;
import dev.almanac.events.schedule.ScheduleChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a command changes of one event. */
record Revision(EventOnDesk event, ScheduleState before, ScheduleState after, List<ScheduleChange> changes) {

    static List<Revision> of(Map<String, EventOnDesk> loaded, List<ScheduleChange> changes) {
        List<Revision> revisions = new ArrayList<>();
        changes.stream()
                .collect(Collectors.groupingBy(ScheduleChange::scheduleId, LinkedHashMap::new, Collectors.toList()))
                .forEach((id, own) -> revisions.add(of(EventOnDesk.in(loaded, id), own)));
        return revisions;
    }

    private static Revision of(EventOnDesk event, List<ScheduleChange> changes) {
        ScheduleState before = event.state();
        return new Revision(event, before, ScheduleState.evolve(before, changes), changes);
    }

    String scheduleId() {
        return event.scheduleId();
    }

    boolean changesClaims() {
        return !Claims.of(before).equals(Claims.of(after));
    }

    Holding holding() {
        return new Holding(scheduleId(), Claims.of(before), Claims.of(after));
    }

    void record(List<ScheduleChange> afterthoughts) {
        List<ScheduleChange> all = new ArrayList<>(changes);
        all.addAll(afterthoughts);
        event.aggregate().execute(aggregate -> aggregate.record(all));
    }
}
