package dev.almanac.command.schedule;

import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.undo.UndoTarget;
import dev.almanac.command.store.Appending;
import dev.almanac.command.store.MetaDataKeys;
import dev.almanac.events.schedule.Companion;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduledEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds what a command did, from the event store alone. */
@Component
class UndoHistory {
    /**
     * Changes of one command lie together in the store, but for what was appended at the same time: a bulk of 1,000 with
     * all their companions is far smaller than this.
     */
    private static final int NEIGHBOURS_MAX = 50_000;

    private final JdbcTemplate jdbc;
    private final EventStore store;

    UndoHistory(JdbcTemplate jdbc, @Lazy EventStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /**
     * Where a change stands: which event it is of, which command caused it, and which events that changed in all.
     *
     * @param companionIds who were companions of those before the command, and will be again
     */
    record Place(String scheduleId, String cause, Set<String> scheduleIds, List<String> companionIds) {}

    Place of(String changeId) {
        return jdbc
                .query(
                        "select aggregate_identifier, convert_from(meta_data, 'UTF8')::jsonb ->> ?, global_index"
                                + " from domain_event_entry where event_identifier = ? and type = 'ScheduledEvent'",
                        (row, _) -> place(row.getString(1), row.getString(2), row.getLong(3)),
                        MetaDataKeys.CAUSE,
                        changeId)
                .stream()
                .findFirst()
                .orElseThrow(() -> Appending.refused(new SubjectDoesNotExist("Change of a scheduled event", changeId)));
    }

    private Place place(String scheduleId, String cause, long position) {
        Set<String> changed = changed(cause, position);
        List<String> companions = changed.stream()
                .flatMap(id -> read(id, cause).before().companions().stream())
                .map(Companion::scheduleId)
                .toList();
        return new Place(scheduleId, cause, changed, companions);
    }

    private Set<String> changed(String cause, long position) {
        return new TreeSet<>(jdbc.query(
                "select distinct aggregate_identifier from domain_event_entry where global_index between ? and ?"
                        + " and type = 'ScheduledEvent' and convert_from(meta_data, 'UTF8')::jsonb ->> ? = ?",
                (row, _) -> row.getString(1),
                position - NEIGHBOURS_MAX,
                position + NEIGHBOURS_MAX,
                MetaDataKeys.CAUSE,
                cause));
    }

    /** The event of the change first; read while all of them are locked. */
    List<UndoTarget> read(Place place) {
        List<UndoTarget> episodes = new ArrayList<>();
        episodes.add(read(place.scheduleId(), place.cause()));
        place.scheduleIds().stream()
                .filter(id -> !id.equals(place.scheduleId()))
                .forEach(id -> episodes.add(read(id, place.cause())));
        return episodes;
    }

    private UndoTarget read(String scheduleId, String cause) {
        List<DomainEventMessage<?>> history = new ArrayList<>();
        store.readEvents(scheduleId, 0).forEachRemaining(history::add);
        List<DomainEventMessage<?>> own =
                history.stream().filter(message -> isCausedBy(message, cause)).toList();
        int from = history.indexOf(own.getFirst());
        int till = history.indexOf(own.getLast()) + 1;
        ScheduledEvent before = ScheduledEvent.evolve(new ScheduledEvent.Absent(), changes(history.subList(0, from)));
        return new UndoTarget(
                scheduleId,
                String.valueOf(own.getFirst().getMetaData().get(MetaDataKeys.ACTOR)),
                own.getLast().getTimestamp(),
                before,
                ScheduledEvent.evolve(before, changes(history.subList(from, till))),
                changes(history.subList(till, history.size())));
    }

    private static boolean isCausedBy(DomainEventMessage<?> message, String cause) {
        return cause.equals(message.getMetaData().get(MetaDataKeys.CAUSE));
    }

    private static List<ScheduleChange> changes(List<DomainEventMessage<?>> messages) {
        return messages.stream()
                .map(message -> (ScheduleChange) message.getPayload())
                .toList();
    }
}
