package dev.almanac.command.ics;

import dev.almanac.command.ics.IcsAnswer.Remark;
import dev.almanac.command.schedule.model.DetailLimits;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.OccurrenceException;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.recurrence.KnownZone;
import dev.almanac.recurrence.Rrule;
import dev.almanac.recurrence.clock.InvalidRecurrence;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the VEVENTs of a file together: a series and its RECURRENCE-ID overrides are one event, and what a RANGE of
 * THISANDFUTURE changes is one more. Whatever is wrong with one event is said of that one; the others are read.
 */
final class IcsEvents {
    private static final Logger LOG = LoggerFactory.getLogger(IcsEvents.class);

    private static final String CANCELLED = "STATUS is CANCELLED: the event does not take place";

    /** Of one series. */
    private static final int SPLITS_MAX = 20;

    /** A year of a busy calendar takes a second. */
    private static final Duration READING_MAX = Duration.ofMinutes(1);

    private final long begun = System.nanoTime();
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
        masters.forEach((uid, all) -> {
            IcsComponent master = latest(all);
            List<IcsComponent> its = overrides.getOrDefault(uid, List.of());
            if (!trying(master, () -> found.addAll(series(master, its)))) {
                its.stream()
                        .filter(override -> !isRejected(override))
                        .forEach(override -> reject(override, "the series that it belongs to is not taken over"));
            }
        });
        Set<IcsComponent> placed = new HashSet<>();
        found.forEach(event -> placed.addAll(event.parts()));
        overrides.values().stream()
                .flatMap(List::stream)
                .filter(override -> !placed.contains(override) && !isRejected(override))
                .forEach(orphan -> trying(orphan, () -> found.add(orphan(orphan))));
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

    /** Whether it could be read. Also where a library breaks on what nobody thought of, the file has other events. */
    @SuppressWarnings("PMD.AvoidCatchingGenericException")
    private boolean trying(IcsComponent component, Runnable reading) {
        if (System.nanoTime() - begun > READING_MAX.toNanos()) {
            reject(component, "the file takes too long to read: send what is left in parts");
            return false;
        }
        try {
            reading.run();
            return true;
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
        return false;
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
            throw new Unimportable(CANCELLED);
        }
    }

    /** The series, up to the first override that changes all that follow; from there on another, and so on. */
    private List<Found> parts(IcsSeries whole, IcsComponent master, List<IcsComponent> overrides) {
        List<Found> found = new ArrayList<>();
        IcsSeries series = whole;
        IcsComponent first = master;
        List<IcsSeries.Placed> left = placed(series, overrides);
        for (int splits = 0; true; splits++) {
            Optional<IcsSeries.Placed> next =
                    left.stream().filter(IcsSeries.Placed::changesAllThatFollow).findFirst();
            if (next.isEmpty()) {
                found.add(one(series, first, left));
                return found;
            }
            IcsSeries.Placed future = next.get();
            List<IcsSeries.Placed> before = within(left, 0, future);
            List<IcsSeries.Placed> after = within(left, Integer.MAX_VALUE, future).stream()
                    .filter(placed -> !before.contains(placed))
                    .toList();
            if (reader.status(future.override()) == ScheduleStatus.CANCELLED) {
                found.addAll(ended(series, first, before, future, after));
                return found;
            }
            Optional<IcsSeries> tail =
                    splits < SPLITS_MAX ? split(series, first, before, future, found) : Optional.empty();
            if (tail.isPresent()) {
                series = tail.get();
                first = future.override();
                left = after.stream()
                        .map(placed -> placed.earlierBy(future.index()))
                        .toList();
            } else {
                if (!isRejected(future.override())) {
                    reject(future.override(), "more than " + SPLITS_MAX + " overrides of one series have a RANGE");
                }
                left = left.stream().filter(placed -> !placed.equals(future)).toList();
            }
        }
    }

    /** Those before an occurrence, or up to the end. */
    private static List<IcsSeries.Placed> within(List<IcsSeries.Placed> all, int end, IcsSeries.Placed future) {
        return all.stream()
                .filter(placed -> placed.index() < Math.max(end, future.index()) && !placed.equals(future))
                .toList();
    }

    /** What goes on from there; nothing where that cannot be read, or where no recurrence can say what is left. */
    private Optional<IcsSeries> split(
            IcsSeries series,
            IcsComponent first,
            List<IcsSeries.Placed> before,
            IcsSeries.Placed future,
            List<Found> found) {
        AtomicReference<IcsSeries> tail = new AtomicReference<>();
        boolean isRead = trying(future.override(), () -> {
            IcsSeries begun = tail(series, future);
            if (future.index() > 0) {
                found.add(one(series.before(future.index()), first, before));
            }
            tail.set(begun);
        });
        return isRead ? Optional.of(tail.get()) : Optional.empty();
    }

    /** From an override on nothing takes place any more. */
    private List<Found> ended(
            IcsSeries series,
            IcsComponent first,
            List<IcsSeries.Placed> before,
            IcsSeries.Placed end,
            List<IcsSeries.Placed> after) {
        if (end.index() == 0) {
            Stream.concat(Stream.of(end), after.stream()).forEach(gone -> reject(gone.override(), CANCELLED));
            reject(first, CANCELLED);
            return List.of();
        }
        Found kept = one(series.before(end.index()), first, before);
        List<IcsComponent> parts = new ArrayList<>(kept.parts());
        parts.add(end.override());
        after.forEach(gone -> parts.add(gone.override()));
        return List.of(new Found(kept.event(), parts));
    }

    private IcsSeries tail(IcsSeries series, IcsSeries.Placed future) {
        IcsComponent override = future.override();
        if (future.name().length() > DetailLimits.EVENT_ID_MAX) {
            throw new Unimportable(
                    "UID and RECURRENCE-ID are longer than " + DetailLimits.EVENT_ID_MAX + " characters");
        }
        IcsTime start = reader.start(override);
        return series.from(
                future.index(),
                reader.slot(override, start, adjusting(override)),
                start,
                reader.details(override, start.wholeDay(), adjusting(override)).known(future.name()),
                reader.status(override),
                reader.scheduleId(future.name()));
    }

    private Found one(IcsSeries series, IcsComponent first, List<IcsSeries.Placed> overrides) {
        List<IcsComponent> parts = new ArrayList<>(List.of(first));
        Map<String, OccurrenceException> exceptions = new HashMap<>();
        for (IcsSeries.Placed placed : overrides) {
            boolean _ = trying(placed.override(), () -> {
                exceptions.put(series.occurrenceId(placed.index()), exception(placed.override(), series.event()));
                parts.add(placed.override());
            });
        }
        return new Found(series.event().with(exceptions), parts);
    }

    /**
     * In their order, of several versions the last one with the highest SEQUENCE. An override of a time that the series does
     * not name is left out, and stands for itself in the end.
     */
    private List<IcsSeries.Placed> placed(IcsSeries series, List<IcsComponent> overrides) {
        Map<String, IcsSeries.Placed> placed = new LinkedHashMap<>();
        for (IcsComponent override : overrides) {
            boolean _ = trying(override, () -> {
                IcsProperty recurrenceId = override.first("RECURRENCE-ID").orElseThrow();
                series.place(override, recurrenceId, IcsTime.of(recurrenceId, reader.zones()))
                        .ifPresent(place ->
                                placed.merge(place.index() + " " + place.changesAllThatFollow(), place, this::later));
            });
        }
        return placed.values().stream()
                .sorted(Comparator.comparingInt(IcsSeries.Placed::index))
                .toList();
    }

    private IcsSeries.Placed later(IcsSeries.Placed one, IcsSeries.Placed other) {
        IcsComponent latest = latest(List.of(one.override(), other.override()));
        return latest.line() == one.override().line() ? one : other;
    }

    private OccurrenceException exception(IcsComponent override, IcsEvent series) {
        if (reader.status(override) == ScheduleStatus.CANCELLED) {
            return new OccurrenceException.Cancelled();
        }
        IcsTime start = reader.start(override);
        TimeSlot slot = reader.slot(override, start, adjusting(override));
        EventDetails details = reader.details(override, start.wholeDay(), adjusting(override))
                .known(series.details().eventId());
        return new OccurrenceException.Moved(
                slot,
                details.equals(series.details()) ? null : details,
                start.meant(KnownZone.orUtc(series.booking().timeZone())));
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
