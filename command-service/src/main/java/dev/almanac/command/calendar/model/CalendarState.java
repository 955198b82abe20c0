package dev.almanac.command.calendar.model;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarChange.CalendarDeactivated;
import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.CalendarUnshared;
import dev.almanac.events.calendar.CalendarChange.CalendarUpdated;
import dev.almanac.events.calendar.CalendarChange.OverbookingAllowedByOverride;
import dev.almanac.events.calendar.CalendarChange.OverbookingPreventedBySystem;
import dev.almanac.events.calendar.CalendarChange.OverbookingWarningTriggered;
import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.calendar.ShareLevel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A calendar: not there yet, open for bookings, or closed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface CalendarState {

    record Absent() implements CalendarState {}

    record Open(CalendarProfile profile, Map<String, ShareLevel> shares) implements CalendarState {
        public Open {
            shares = Map.copyOf(shares);
        }
    }

    record Closed(CalendarProfile profile, Map<String, ShareLevel> shares) implements CalendarState {
        public Closed {
            shares = Map.copyOf(shares);
        }
    }

    /** What it says of itself; nothing while it is not there. */
    default Optional<CalendarProfile> described() {
        return switch (this) {
            case Absent _ -> Optional.empty();
            case Open(var profile, var _) -> Optional.of(profile);
            case Closed(var profile, var _) -> Optional.of(profile);
        };
    }

    /** By subject, whom it was shared with. */
    default Map<String, ShareLevel> shares() {
        return switch (this) {
            case Absent _ -> Map.of();
            case Open(var _, var shares) -> shares;
            case Closed(var _, var shares) -> shares;
        };
    }

    /** By subject, who may do what: those it is shared with, and its owner, who may do all. */
    default Map<String, ShareLevel> grants() {
        return switch (this) {
            case Absent _ -> Map.of();
            case Open(var profile, var shares) -> with(shares, profile.ownerId(), ShareLevel.ADMIN);
            case Closed(var profile, var shares) -> with(shares, profile.ownerId(), ShareLevel.ADMIN);
        };
    }

    static CalendarState evolve(CalendarState state, CalendarChange change) {
        return switch (change) {
            case CalendarCreated(var _, var profile) -> new Open(profile, Map.of());
            case CalendarUpdated(var _, var profile) -> new Open(profile, state.shares());
            case CalendarDeactivated _ -> closed(state);
            case CalendarShared(var _, var subject, var level) -> shared(state, with(state.shares(), subject, level));
            case CalendarUnshared(var _, var subject) -> shared(state, without(state.shares(), subject));
            case OverbookingWarningTriggered _, OverbookingPreventedBySystem _, OverbookingAllowedByOverride _ -> state;
        };
    }

    private static CalendarState closed(CalendarState state) {
        return switch (state) {
            case Open(var profile, var shares) -> new Closed(profile, shares);
            case Closed _, Absent _ -> state;
        };
    }

    private static CalendarState shared(CalendarState state, Map<String, ShareLevel> shares) {
        return switch (state) {
            case Open(var profile, var _) -> new Open(profile, shares);
            case Closed(var profile, var _) -> new Closed(profile, shares);
            case Absent _ -> state;
        };
    }

    private static Map<String, ShareLevel> with(Map<String, ShareLevel> shares, String subject, ShareLevel level) {
        Map<String, ShareLevel> all = new HashMap<>(shares);
        all.put(subject, level);
        return all;
    }

    private static Map<String, ShareLevel> without(Map<String, ShareLevel> shares, String subject) {
        Map<String, ShareLevel> rest = new HashMap<>(shares);
        rest.remove(subject);
        return rest;
    }
}
