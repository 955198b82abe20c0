package dev.almanac.command.schedule.zonedata;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.schedule.model.ZoneDrift;
import dev.almanac.events.OccurrenceId;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.OccurrenceException.Moved;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings events to where their local times are by the zone data of today: they keep those, and their instants move. The rules
 * for people who move something do not count, because nobody chose the new instants: it may start in the past by now.
 *
 * @param passageId the going through of the release, in the report
 * @param staying by the id of each event or occurrence that cannot go: why
 */
public record FollowZoneData(
        long passageId, String release, Set<String> scheduleIds, Map<String, Obstacle> staying, Request request)
        implements Command {

    public FollowZoneData {
        scheduleIds = Set.copyOf(scheduleIds);
        staying = Map.copyOf(staying);
    }

    /**
     * Why something stays where it is.
     *
     * @param inTheWay ids of events and occurrences that hold the place; empty where it is for something else
     */
    public record Obstacle(String reason, List<String> inTheWay) {
        public Obstacle {
            inTheWay = List.copyOf(inTheWay);
        }
    }

    /**
     * All that goes, and of series what stays.
     *
     * @param held by event, then by claim, where the ledger has what it holds
     */
    public static Outcome<ScheduleChange> decide(
            FollowZoneData command, Map<String, ScheduledEvent> states, Map<String, Map<String, TimeSlot>> held) {
        List<ScheduleChange> changes = new ArrayList<>();
        command.scheduleIds().stream().sorted().forEach(id -> {
            if (states.get(id) instanceof Booked booked) {
                changes.addAll(command.of(booked, held.getOrDefault(id, Map.of())));
            }
        });
        return changes.isEmpty() ? Outcome.unchanged() : Outcome.accepted(changes);
    }

    private List<ScheduleChange> of(Booked booked, Map<String, TimeSlot> held) {
        List<ZoneDrift> drifts = ZoneDrift.of(booked, held, request.at());
        return booked.booking().recurs() ? series(booked, drifts) : event(booked, drifts);
    }

    private List<ScheduleChange> event(Booked booked, List<ZoneDrift> drifts) {
        return drifts.stream()
                .filter(this::goes)
                .<ScheduleChange>map(drift -> rescheduled(booked, drift.to()))
                .toList();
    }

    /**
     * A series goes whole. Those of its occurrences that cannot are moved back by themselves, which is said first, so that nobody
     * sees them in a place that they do not get.
     */
    private List<ScheduleChange> series(Booked booked, List<ZoneDrift> drifts) {
        List<ScheduleChange> changes = new ArrayList<>();
        Map<Boolean, List<ZoneDrift>> planned =
                drifts.stream().filter(drift -> !drift.own()).collect(Collectors.partitioningBy(this::goes));
        planned.getOrDefault(false, List.of()).forEach(drift -> changes.add(staying(drift)));
        if (!planned.getOrDefault(true, List.of()).isEmpty()) {
            changes.add(rescheduled(booked, ZoneDrift.place(booked)));
        }
        drifts.stream().filter(drift -> drift.own() && goes(drift)).forEach(drift -> changes.add(moved(booked, drift)));
        return changes;
    }

    private boolean goes(ZoneDrift drift) {
        return !staying.containsKey(drift.itemId());
    }

    private EventRescheduled rescheduled(Booked booked, TimeSlot to) {
        Booking booking = booked.booking();
        return new EventRescheduled(
                booked.scheduleId(),
                booking.startDateTime(),
                booking.endDateTime(),
                to.start(),
                to.end(),
                booking.timeZone(),
                reason(),
                false,
                request.caller().subject(),
                booking.recurs() ? true : null,
                booking.nominalStart());
    }

    private OccurrenceRescheduled moved(Booked booked, ZoneDrift drift) {
        return new OccurrenceRescheduled(
                booked.scheduleId(),
                drift.itemId(),
                drift.to().start(),
                drift.to().end(),
                booked.exceptions().get(drift.itemId()) instanceof Moved(var _, var details, var _) ? details : null,
                reason(),
                request.caller().subject(),
                drift.localStart());
    }

    private OccurrenceRescheduled staying(ZoneDrift drift) {
        String seriesId = OccurrenceId.seriesOf(drift.itemId());
        return new OccurrenceRescheduled(
                seriesId,
                drift.itemId(),
                drift.from().start(),
                drift.from().end(),
                null,
                reason() + ": stays, as its place is taken or its resource is out",
                request.caller().subject(),
                drift.localWhereItStays());
    }

    private String reason() {
        return "Zone data " + release;
    }
}
