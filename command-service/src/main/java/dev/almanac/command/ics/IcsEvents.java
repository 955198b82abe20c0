package dev.almanac.command.ics;

import dev.almanac.command.ics.IcsAnswer.Remark;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.recurrence.InvalidRecurrence;
import dev.almanac.events.recurrence.Rrule;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.OccurrenceException;
import dev.almanac.events.schedule.ScheduleStatus;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the VEVENTs of a file together: a series and its RECURRENCE-ID overrides are one event, and what a RANGE of
 * THISANDFUTURE changes is one more. Whatever is wrong with one event is said of that one; the others are read.
 */
final class IcsEvents {
    private static final Logger LOG = LoggerFactory.getLogger(IcsEvents.class);

    private final IcsEventReader reader;
    private final List<Remark> rejected = new ArrayList<>();
    private final Set<Integer> rejectedLines = new HashSet<>();
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
        nameThoseWithoutUid(components);
        Map<String, List<IcsComponent>> masters = new LinkedHashMap<>();
        Map<String, List<IcsComponent>> overrides = new LinkedHashMap<>();
        for (IcsComponent component : components) {
            Map<String, List<IcsComponent>> kind =
                    component.first("RECURRENCE-ID").isPresent() ? overrides : masters;
            kind.computeIfAbsent(component.uid(), _ -> new ArrayList<>()).add(component);
        }
        List<Found> found = new ArrayList<>();
        masters.forEach((uid, all) ->
                trying(latest(all), found, master -> series(master, overrides.getOrDefault(uid, List.of()))));
        Set<IcsComponent> placed = new HashSet<>();
        found.forEach(event -> placed.addAll(event.parts()));
        overrides.values().stream()
                .flatMap(List::stream)
                .filter(override -> !placed.contains(override) && !isRejected(override))
                .forEach(orphan -> trying(orphan, found, alone -> List.of(orphan(alone))));
        return found;
    }

    /** RFC 5545 3.6.1 asks for one; many files of holidays have none. What an event says tells it from the others. */
    private void nameThoseWithoutUid(List<IcsComponent> components) {
        Map<String, Integer> alike = new HashMap<>();
        for (IcsComponent component : components) {
            if (component.uidOrEmpty().isEmpty()) {
                String said = reader.gist(component);
                component.deriveUid(reader.derivedUid(said, alike.merge(said, 1, Integer::sum)));
                adjusted.add(component.remark("has no UID (RFC 5545 3.6.1): known by what it says"));
            }
        }
    }

    private interface Reading {
        List<Found> read(IcsComponent component);
    }

    /** Also where a library breaks on what nobody thought of: the file has other events. */
    @SuppressWarnings("PMD.AvoidCatchingGenericException")
    private void trying(IcsComponent component, List<Found> found, Reading reading) {
        try {
            found.addAll(reading.read(component));
        } catch (Unimportable e) {
            reject(component, e.reason());
        } catch (InvalidRecurrence e) {
            reject(component, "RRULE: " + e.getMessage());
        } catch (DateTimeException e) {
            reject(
                    component,
                    "has a time that no calendar has: " + IcsProperty.shortened(String.valueOf(e.getMessage())));
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            LOG.error("The VEVENT of line {} cannot be read", component.line(), e);
            reject(component, "cannot be read: something in it is unlike all that RFC 5545 admits");
        }
    }

    void reject(IcsComponent component, String reason) {
        rejected.add(component.remark(reason));
        rejectedLines.add(component.line());
    }

    private Consumer<String> adjusting(IcsComponent component) {
        return reason -> adjusted.add(component.remark(reason));
    }

    /** Of several versions of one event the last one with the highest SEQUENCE counts. */
    private IcsComponent latest(List<IcsComponent> versions) {
        IcsComponent latest = versions.getFirst();
        for (IcsComponent version : versions.subList(1, versions.size())) {
            IcsComponent older = sequence(version) >= sequence(latest) ? latest : version;
            latest = older == latest ? version : latest;
            if (!isRejected(older)) {
                reject(older, "the file has a later version of this UID");
            }
        }
        return latest;
    }

    private boolean isRejected(IcsComponent component) {
        return rejectedLines.contains(component.line());
    }

    private static int sequence(IcsComponent event) {
        return event.first("SEQUENCE")
                .map(IcsProperty::text)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private List<Found> series(IcsComponent master, List<IcsComponent> overrides) {
        refuseCancelled(master);
        IcsTime start = reader.start(master);
        boolean recurs = IcsRecurrence.isIn(master);
        ZoneId zone = reader.zone(start, recurs);
        TimeSlot slot = reader.slot(master, start, adjusting(master));
        EventDetails details = reader.details(master, start.wholeDay(), adjusting(master));
        Rrule rule = IcsRecurrence.of(master, start, zone, reader.zones(), adjusting(master));
        String id = reader.scheduleId(master.uid());
        Booking booking = reader.booking(slot, start, zone, rule);
        if (!recurs) {
            IcsEvent event = new IcsEvent(id, booking, details, reader.status(master), Map.of());
            return List.of(new Found(event, List.of(master)));
        }
        IcsSeries series = new IcsSeries(new IcsEvent(id, booking, details, reader.status(master), Map.of()), zone);
        return parts(series, master, overrides);
    }

    private void refuseCancelled(IcsComponent event) {
        if (reader.status(event) == ScheduleStatus.CANCELLED) {
            throw new Unimportable("STATUS is CANCELLED: the event does not take place");
        }
    }

    /** The series, up to the first override that changes all that follow; from there on another, and so on. */
    private List<Found> parts(IcsSeries whole, IcsComponent master, List<IcsComponent> overrides) {
        List<Found> found = new ArrayList<>();
        IcsSeries series = whole;
        IcsComponent first = master;
        List<IcsSeries.Placed> left = placed(series, overrides);
        while (true) {
            List<IcsSeries.Placed> all = left;
            IcsSeries.Placed future = all.stream()
                    .filter(IcsSeries.Placed::changesAllThatFollow)
                    .findFirst()
                    .orElse(null);
            if (future == null) {
                found.add(one(series, first, all));
                return found;
            }
            int at = future.index();
            if (at > 0) {
                found.add(one(
                        series.before(at),
                        first,
                        all.stream().filter(before -> before.index() < at).toList()));
            }
            IcsComponent override = future.override();
            IcsTime start = reader.start(override);
            series = series.from(
                    at,
                    reader.slot(override, start, adjusting(override)),
                    reader.details(override, start.wholeDay(), adjusting(override))
                            .known(future.name()),
                    reader.status(override),
                    reader.scheduleId(future.name()));
            first = override;
            left = all.stream()
                    .filter(after -> !after.equals(future) && after.index() >= at)
                    .map(after -> after.earlierBy(at))
                    .toList();
        }
    }

    private Found one(IcsSeries series, IcsComponent first, List<IcsSeries.Placed> overrides) {
        List<IcsComponent> parts = new ArrayList<>(List.of(first));
        Map<String, OccurrenceException> exceptions = new HashMap<>();
        for (IcsSeries.Placed placed : overrides) {
            try {
                exceptions.put(
                        series.occurrenceId(placed.index()),
                        exception(placed.override(), series.event().details()));
                parts.add(placed.override());
            } catch (Unimportable e) {
                reject(placed.override(), e.reason());
            }
        }
        return new Found(series.event().with(exceptions), parts);
    }

    /** In their order. An override of a time that the series does not name is left out, and stands for itself in the end. */
    private List<IcsSeries.Placed> placed(IcsSeries series, List<IcsComponent> overrides) {
        List<IcsSeries.Placed> placed = new ArrayList<>();
        for (IcsComponent override : overrides) {
            try {
                IcsProperty recurrenceId = override.first("RECURRENCE-ID").orElseThrow();
                series.place(override, recurrenceId, IcsTime.of(recurrenceId, reader.zones()))
                        .ifPresent(placed::add);
            } catch (Unimportable e) {
                reject(override, e.reason());
            }
        }
        placed.sort(Comparator.comparingInt(IcsSeries.Placed::index));
        return placed;
    }

    private OccurrenceException exception(IcsComponent override, EventDetails series) {
        if (reader.status(override) == ScheduleStatus.CANCELLED) {
            return new OccurrenceException.Cancelled();
        }
        IcsTime start = reader.start(override);
        TimeSlot slot = reader.slot(override, start, adjusting(override));
        EventDetails details =
                reader.details(override, start.wholeDay(), adjusting(override)).known(series.eventId());
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
        EventDetails details = reader.details(override, start.wholeDay(), adjusting(override));
        IcsEvent event = new IcsEvent(
                reader.scheduleId(name),
                reader.booking(slot, start, zone, null),
                details,
                reader.status(override),
                Map.of());
        return new Found(event, List.of(override));
    }
}
