package dev.almanac.command;

import dev.almanac.events.Change;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarChange.CalendarUpdated;
import dev.almanac.events.calendar.CalendarChange.OverbookingAllowedByOverride;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Replays the claims of single events in the order of the event store, with nothing of the ledger's code: each new claim
 * must find room among those that hold then, unless its own command recorded an override.
 */
final class CapacityAudit {
    private final Set<String> calendars;
    private final Set<String> overrides = new HashSet<>();
    private final Map<String, Integer> capacities = new HashMap<>();
    private final Map<String, Held> held = new HashMap<>();
    private final List<String> breaches = new ArrayList<>();
    private int admitted;

    private record Held(String calendarId, TimeSlot slot) {}

    private record Stored(Change change, String command) {}

    private CapacityAudit(List<String> calendars) {
        this.calendars = Set.copyOf(calendars);
    }

    static CapacityAudit of(JdbcTemplate jdbc, List<String> calendars) {
        List<Stored> all = jdbc.query(
                "select payload_type, payload_revision, payload, convert_from(meta_data, 'UTF8')::jsonb ->> 'correlationId'"
                        + " from domain_event_entry order by global_index",
                (row, _) -> new Stored(
                        change(row.getString(1), row.getString(2), row.getBytes(3)), String.valueOf(row.getString(4))));
        CapacityAudit audit = new CapacityAudit(calendars);
        all.forEach(audit::noteOverride);
        all.forEach(audit::replay);
        return audit;
    }

    private static Change change(String type, @Nullable String revision, byte[] json) {
        return ChangeJson.read(json, Schema.of(type, revision));
    }

    List<String> breaches() {
        return breaches;
    }

    int admitted() {
        return admitted;
    }

    int overridden() {
        return overrides.size();
    }

    /** By event, as text: where it is held. */
    Map<String, String> claims() {
        Map<String, String> claims = new HashMap<>();
        held.forEach((id, claim) -> claims.put(
                id,
                claim.calendarId() + " " + claim.slot().start() + " "
                        + claim.slot().end()));
        return claims;
    }

    private void noteOverride(Stored stored) {
        if (stored.change() instanceof OverbookingAllowedByOverride override
                && calendars.contains(override.calendarId())) {
            overrides.add(stored.command() + override.scheduledEventId());
        }
    }

    private void replay(Stored stored) {
        switch (stored.change()) {
            case CalendarCreated(var id, var profile) -> capacities.put(id, profile.maxConcurrentEvents());
            case CalendarUpdated(var id, var profile) -> capacities.put(id, profile.maxConcurrentEvents());
            case EventScheduledOnCalendar booked ->
                claim(
                        stored,
                        booked.scheduleId(),
                        new Held(booked.booking().calendarId(), booked.booking().slot()));
            case EventRescheduled moved
            when held.containsKey(moved.scheduleId()) ->
                claim(
                        stored,
                        moved.scheduleId(),
                        new Held(
                                Objects.requireNonNull(held.get(moved.scheduleId()))
                                        .calendarId(),
                                new TimeSlot(moved.newStartDateTime(), moved.newEndDateTime())));
            case EventRemovedFromCalendar gone -> held.remove(gone.scheduleId());
            default -> {}
        }
    }

    private void claim(Stored stored, String scheduleId, Held claim) {
        if (!calendars.contains(claim.calendarId())) {
            return;
        }
        held.remove(scheduleId);
        admitted++;
        int capacity = Objects.requireNonNull(capacities.get(claim.calendarId()));
        if (mostAtOnce(claim) >= capacity && !overrides.contains(stored.command() + scheduleId)) {
            breaches.add(scheduleId + " at " + claim);
        }
        held.put(scheduleId, claim);
    }

    private long mostAtOnce(Held claim) {
        List<TimeSlot> others = held.values().stream()
                .filter(other -> other.calendarId().equals(claim.calendarId()))
                .map(Held::slot)
                .filter(claim.slot()::overlaps)
                .toList();
        return Stream.concat(Stream.of(claim.slot().start()), others.stream().map(TimeSlot::start))
                .filter(claim.slot()::contains)
                .mapToLong(instant ->
                        others.stream().filter(slot -> slot.contains(instant)).count())
                .max()
                .orElse(0);
    }
}
