package dev.almanac.expansion.event;

import dev.almanac.events.Recorded;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesWithdrawn;
import dev.almanac.events.occurrence.SeriesKind;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a changed series publishes: the days that differ, and the occurrences that are gone.
 *
 * @param version of the series that changed
 * @param splitInto the series in which goes on what is gone; null where it does not
 * @param whole whether all days are published, also those that seem to be as they were
 */
record Difference(long version, @Nullable String splitInto, boolean whole) {

    static Difference by(Recorded<ScheduleChange> cause, @Nullable EventDefinition before) {
        return new Difference(
                cause.metadata().sequence(),
                cause.change() instanceof EventUpdated updated ? updated.splitInto() : null,
                cause.change() instanceof EventRescheduled moved
                        && before != null
                        && staysOnTheClocks(before.booking(), before.booking().after(moved)));
    }

    /**
     * A series that is moved to the local time which it has went with its zone's clocks: by newer zone data its days seem to have
     * been there already, and were published elsewhere.
     */
    private static boolean staysOnTheClocks(Booking before, Booking after) {
        return before.timeZone().equals(after.timeZone())
                && before.nominalStart().equals(after.nominalStart());
    }

    List<OccurrenceChange> between(@Nullable EventDefinition before, @Nullable EventDefinition after) {
        Map<LocalDate, List<MaterialisedOccurrence>> old = byDay(before);
        Map<LocalDate, List<MaterialisedOccurrence>> now = byDay(after);
        boolean sameClaims = before != null && after != null && claimsAlike(before, after);
        Set<LocalDate> days = new TreeSet<>(old.keySet());
        days.addAll(now.keySet());
        List<OccurrenceChange> changes = new ArrayList<>();
        for (LocalDate day : days) {
            List<MaterialisedOccurrence> was = old.getOrDefault(day, List.of());
            List<MaterialisedOccurrence> is = now.getOrDefault(day, List.of());
            if (before != null) {
                withdrawn(before, day, was, is, changes);
            }
            if (after != null && !is.isEmpty() && (whole || !(sameClaims && is.equals(was)))) {
                changes.add(materialised(after, day, is));
            }
        }
        return changes;
    }

    private static boolean claimsAlike(EventDefinition before, EventDefinition after) {
        return before.booking().calendarId().equals(after.booking().calendarId())
                && Objects.equals(before.details().resources(), after.details().resources());
    }

    private void withdrawn(
            EventDefinition before,
            LocalDate day,
            List<MaterialisedOccurrence> was,
            List<MaterialisedOccurrence> is,
            List<OccurrenceChange> changes) {
        Set<String> kept = is.stream().map(MaterialisedOccurrence::occurrenceId).collect(Collectors.toSet());
        List<String> gone = was.stream()
                .map(MaterialisedOccurrence::occurrenceId)
                .filter(id -> !kept.contains(id))
                .toList();
        if (!gone.isEmpty()) {
            changes.add(new OccurrencesWithdrawn(before.scheduleId(), SeriesKind.EVENT, version, day, gone, splitInto));
        }
    }

    private OccurrencesMaterialised materialised(
            EventDefinition series, LocalDate day, List<MaterialisedOccurrence> occurrences) {
        return new OccurrencesMaterialised(
                series.scheduleId(),
                SeriesKind.EVENT,
                version,
                day,
                series.booking().calendarId(),
                series.details().resources(),
                occurrences);
    }

    /** An occurrence stays on its nominal day, wherever it is moved. */
    private static Map<LocalDate, List<MaterialisedOccurrence>> byDay(@Nullable EventDefinition definition) {
        return definition == null
                ? Map.of()
                : definition.occurrences().stream()
                        .collect(Collectors.groupingBy(
                                occurrence -> occurrence.nominal().toLocalDate(), TreeMap::new, Collectors.toList()));
    }
}
