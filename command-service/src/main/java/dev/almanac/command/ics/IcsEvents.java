package dev.almanac.command.ics;

import dev.almanac.command.ics.IcsAnswer.Remark;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.recurrence.Adjustment;
import dev.almanac.events.recurrence.Occurrence;
import dev.almanac.events.recurrence.Rrule;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.EventSeries;
import dev.almanac.events.schedule.OccurrenceException;
import dev.almanac.events.schedule.ScheduleStatus;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Puts the VEVENTs of a file together: a series and its RECURRENCE-ID overrides are one event. */
final class IcsEvents {
    private final IcsEventReader reader;
    private final List<Remark> rejected = new ArrayList<>();
    private final List<Remark> adjusted = new ArrayList<>();

    IcsEvents(IcsEventReader reader) {
        this.reader = reader;
    }

    /** An event to import and the VEVENTs that it was made of, its series first. */
    record Found(IcsEvent event, List<IcsComponent> parts) {}

    List<Remark> rejected() {
        return List.copyOf(rejected);
    }

    List<Remark> adjusted() {
        return List.copyOf(adjusted);
    }

    List<Found> of(List<IcsComponent> components) {
        Map<String, List<IcsComponent>> masters = new LinkedHashMap<>();
        Map<String, List<IcsComponent>> overrides = new LinkedHashMap<>();
        for (IcsComponent component : components) {
            Map<String, List<IcsComponent>> kind =
                    component.first("RECURRENCE-ID").isPresent() ? overrides : masters;
            kind.computeIfAbsent(component.uidOrEmpty(), _ -> new ArrayList<>()).add(component);
        }
        List<Found> found = new ArrayList<>();
        masters.forEach((uid, all) ->
                trying(latest(uid, all), found, master -> series(master, overrides.getOrDefault(uid, List.of()))));
        Set<IcsComponent> placed = new HashSet<>();
        found.forEach(event -> placed.addAll(event.parts()));
        overrides.values().stream()
                .flatMap(List::stream)
                .filter(override -> !placed.contains(override) && !isRejected(override))
                .forEach(orphan -> trying(orphan, found, this::orphan));
        return found;
    }

    private interface Reading {
        Found read(IcsComponent component);
    }

    private void trying(IcsComponent component, List<Found> found, Reading reading) {
        try {
            found.add(reading.read(component));
        } catch (Unimportable e) {
            reject(component, e.reason());
        }
    }

    void reject(IcsComponent component, String reason) {
        rejected.add(component.remark(reason));
    }

    private Consumer<String> adjusting(IcsComponent component) {
        return reason -> adjusted.add(component.remark(reason));
    }

    /** Of several versions of one event the last one with the highest SEQUENCE counts; without a UID none is another's. */
    private IcsComponent latest(String uid, List<IcsComponent> versions) {
        IcsComponent latest = versions.getFirst();
        for (IcsComponent version : versions.subList(1, versions.size())) {
            IcsComponent older = sequence(version) >= sequence(latest) ? latest : version;
            latest = older == latest ? version : latest;
            if (!isRejected(older)) {
                reject(
                        older,
                        uid.isEmpty() ? "UID is missing (RFC 5545 3.6.1)" : "the file has a later version of this UID");
            }
        }
        return latest;
    }

    private boolean isRejected(IcsComponent component) {
        return rejected.stream().anyMatch(remark -> remark.line() == component.line());
    }

    private static int sequence(IcsComponent event) {
        return event.first("SEQUENCE")
                .map(IcsProperty::text)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private Found series(IcsComponent master, List<IcsComponent> overrides) {
        refuseCancelled(master);
        IcsTime start = reader.start(master);
        boolean recurs = IcsRecurrence.isIn(master);
        ZoneId zone = reader.zone(start, recurs);
        TimeSlot slot = reader.slot(master, start, adjusting(master));
        EventDetails details = reader.details(master, start.wholeDay());
        Rrule rule = IcsRecurrence.of(master, start.in(zone), zone, reader.zones(), adjusting(master));
        String id = reader.scheduleId(master.uid());
        Booking booking = reader.booking(slot, zone, rule);
        List<IcsComponent> parts = new ArrayList<>(List.of(master));
        EventSeries plain = new EventSeries(id, booking, details.allDay(), Map.of());
        Map<String, OccurrenceException> exceptions =
                recurs ? exceptions(plain, zone, details, overrides, parts) : Map.of();
        return new Found(new IcsEvent(id, booking, details, reader.status(master), exceptions), parts);
    }

    private void refuseCancelled(IcsComponent event) {
        if (reader.status(event) == ScheduleStatus.CANCELLED) {
            throw new Unimportable("STATUS is CANCELLED: the event does not take place");
        }
    }

    /** An override of a time that the series does not name is left out here, and stands for itself in the end. */
    private Map<String, OccurrenceException> exceptions(
            EventSeries series,
            ZoneId zone,
            EventDetails details,
            List<IcsComponent> overrides,
            List<IcsComponent> parts) {
        Map<String, OccurrenceException> exceptions = new HashMap<>();
        for (IcsComponent override : overrides) {
            try {
                String occurrenceId = occurrenceId(series.seriesId(), zone, override);
                if (series.names(occurrenceId)) {
                    exceptions.put(occurrenceId, exception(override, details));
                    parts.add(override);
                }
            } catch (Unimportable e) {
                reject(override, e.reason());
            }
        }
        return exceptions;
    }

    private String occurrenceId(String id, ZoneId zone, IcsComponent override) {
        IcsProperty recurrenceId = override.first("RECURRENCE-ID").orElseThrow();
        if ("THISANDFUTURE".equalsIgnoreCase(recurrenceId.parameter("RANGE"))) {
            throw new Unimportable("RECURRENCE-ID with RANGE=THISANDFUTURE is not supported");
        }
        IcsTime nominal = IcsTime.of(recurrenceId, reader.zones());
        Occurrence named = new Occurrence(nominal.in(zone), nominal.instant(), Adjustment.NONE, false);
        return id + "@" + named.suffix();
    }

    private OccurrenceException exception(IcsComponent override, EventDetails series) {
        if (reader.status(override) == ScheduleStatus.CANCELLED) {
            return new OccurrenceException.Cancelled();
        }
        IcsTime start = reader.start(override);
        TimeSlot slot = reader.slot(override, start, adjusting(override));
        EventDetails details = reader.details(override, start.wholeDay());
        return new OccurrenceException.Moved(slot, details.equals(series) ? null : details);
    }

    /** An override whose series is not in the file stands for itself. */
    private Found orphan(IcsComponent override) {
        refuseCancelled(override);
        IcsTime start = reader.start(override);
        ZoneId zone = reader.zone(start, false);
        String name = override.uid() + "|"
                + override.first("RECURRENCE-ID").orElseThrow().value();
        TimeSlot slot = reader.slot(override, start, adjusting(override));
        EventDetails details = reader.details(override, start.wholeDay());
        IcsEvent event = new IcsEvent(
                reader.scheduleId(name), reader.booking(slot, zone, null), details, reader.status(override), Map.of());
        return new Found(event, List.of(override));
    }
}
