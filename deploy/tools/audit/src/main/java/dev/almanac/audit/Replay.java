package dev.almanac.audit;

import dev.almanac.events.Change;
import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarChange.CalendarUpdated;
import dev.almanac.events.calendar.CalendarChange.OverbookingAllowedByOverride;
import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.schedule.ScheduleChange;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes down all claims once more, command by command: what a command newly claims must find room among what holds after
 * it, unless it recorded an override. What was there before the capacity was lowered stays, and what was over when it
 * was taken down (an import of the past) takes no room.
 */
final class Replay {
    private final Map<String, CalendarProfile> calendars = new HashMap<>();
    private final Map<String, BookedEvent> events = new HashMap<>();
    private final Occupancy occupancy = new Occupancy();
    private final Violations violations = new Violations();
    private int admitted;
    private int overridden;

    private Replay() {}

    /**
     * All changes of a command take effect together.
     *
     * @param changes in the order of their positions
     */
    static Replay of(List<Published> changes) {
        Map<String, List<Published>> byCommand = new LinkedHashMap<>();
        for (Published change : changes) {
            String command = change.metadata().causationId();
            List<Published> before = byCommand.remove(command);
            List<Published> together = before == null ? new java.util.ArrayList<>() : before;
            together.add(change);
            // Where its last change is: until then others may have been recorded, on other calendars.
            byCommand.put(command, together);
        }
        Replay replay = new Replay();
        byCommand.values().forEach(replay::command);
        return replay;
    }

    private void command(List<Published> changes) {
        Set<String> overrides = new HashSet<>();
        Map<String, List<Claim>> before = new HashMap<>();
        for (Published published : changes) {
            switch (published.change()) {
                case CalendarCreated(var id, var profile) -> calendars.put(id, profile);
                case CalendarUpdated(var id, var profile) -> calendars.put(id, profile);
                case OverbookingAllowedByOverride c -> overrides.add(seriesOf(c.scheduledEventId()));
                case ScheduleChange c -> change(c, before);
                case Change _ -> {}
            }
        }
        overridden += overrides.size();
        Instant at = changes.getLast().metadata().time();
        before.keySet().forEach(id -> replace(id, before.getOrDefault(id, List.of())));
        before.forEach((id, held) -> check(claims(id), Set.copyOf(held), overrides, at));
    }

    private void change(ScheduleChange change, Map<String, List<Claim>> before) {
        String id = change.scheduleId();
        before.computeIfAbsent(id, this::claims);
        @Nullable BookedEvent after = BookedEvent.after(events.get(id), change);
        if (after == null) {
            events.remove(id);
        } else {
            events.put(id, after);
        }
    }

    private void replace(String scheduleId, List<Claim> before) {
        before.forEach(occupancy::release);
        claims(scheduleId).forEach(occupancy::take);
    }

    private void check(List<Claim> claims, Set<Claim> held, Set<String> overrides, Instant at) {
        for (Claim claim : claims) {
            if (!held.contains(claim) && claim.slot().end().isAfter(at)) {
                admitted++;
                check(claim, overrides.contains(claim.scheduleId()));
            }
        }
    }

    private void check(Claim claim, boolean isOverridden) {
        CalendarProfile calendar = calendars.get(claim.calendarId());
        if (calendar == null) {
            violations.add("CALENDAR %s of %s was never created".formatted(claim.calendarId(), claim.id()));
            return;
        }
        int most = occupancy.mostAtOnce(claim);
        if (most > calendar.maxConcurrentEvents() && !calendar.allowOverbooking() && !isOverridden) {
            violations.add("OVERBOOKED %s from %s to %s: %s makes it %d of %d"
                    .formatted(
                            claim.calendarId(),
                            claim.slot().start(),
                            claim.slot().end(),
                            claim.id(),
                            most,
                            calendar.maxConcurrentEvents()));
        }
    }

    private List<Claim> claims(String scheduleId) {
        BookedEvent event = events.get(scheduleId);
        return event == null ? List.of() : event.claims();
    }

    private static String seriesOf(String id) {
        int at = id.indexOf('@');
        return at < 0 ? id : id.substring(0, at);
    }

    Violations violations() {
        return violations;
    }

    int admitted() {
        return admitted;
    }

    int overridden() {
        return overridden;
    }

    /** What holds in the end. */
    Set<Claim> held() {
        return events.values().stream()
                .flatMap(event -> event.claims().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
