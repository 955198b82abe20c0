package dev.almanac.command.calendar.model;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarChange.CalendarDeactivated;
import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.CalendarUnshared;
import dev.almanac.events.calendar.CalendarChange.CalendarUpdated;
import dev.almanac.events.calendar.CalendarChange.FeedTokenCreated;
import dev.almanac.events.calendar.CalendarChange.FeedTokenRevoked;
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

    /**
     * It takes bookings.
     *
     * @param feedTokens by id, who created each
     */
    record Open(CalendarProfile profile, Map<String, ShareLevel> shares, Map<String, String> feedTokens)
            implements CalendarState {
        public Open {
            shares = Map.copyOf(shares);
            // Snapshots of earlier builds have none.
            feedTokens = Map.copyOf(feedTokens == null ? Map.of() : feedTokens);
        }
    }

    /**
     * It takes none any more.
     *
     * @param feedTokens by id, who created each
     */
    record Closed(CalendarProfile profile, Map<String, ShareLevel> shares, Map<String, String> feedTokens)
            implements CalendarState {
        public Closed {
            shares = Map.copyOf(shares);
            feedTokens = Map.copyOf(feedTokens == null ? Map.of() : feedTokens);
        }
    }

    /** What it says of itself; nothing while it is not there. */
    default Optional<CalendarProfile> described() {
        return switch (this) {
            case Absent _ -> Optional.empty();
            case Open(var profile, var _, var _) -> Optional.of(profile);
            case Closed(var profile, var _, var _) -> Optional.of(profile);
        };
    }

    /** By subject, whom it was shared with. */
    default Map<String, ShareLevel> shares() {
        return switch (this) {
            case Absent _ -> Map.of();
            case Open(var _, var shares, var _) -> shares;
            case Closed(var _, var shares, var _) -> shares;
        };
    }

    /** By id, who created each token that opens it as a feed. */
    default Map<String, String> feedTokens() {
        return switch (this) {
            case Absent _ -> Map.of();
            case Open(var _, var _, var feedTokens) -> feedTokens;
            case Closed(var _, var _, var feedTokens) -> feedTokens;
        };
    }

    /** By subject, who may do what: those it is shared with, and its owner, who may do all. */
    default Map<String, ShareLevel> grants() {
        return switch (this) {
            case Absent _ -> Map.of();
            case Open(var profile, var shares, var _) -> with(shares, profile.ownerId(), ShareLevel.ADMIN);
            case Closed(var profile, var shares, var _) -> with(shares, profile.ownerId(), ShareLevel.ADMIN);
        };
    }

    static CalendarState evolve(CalendarState state, CalendarChange change) {
        return switch (change) {
            case CalendarCreated(var _, var profile) -> new Open(profile, Map.of(), Map.of());
            case CalendarUpdated(var _, var profile) -> new Open(profile, state.shares(), state.feedTokens());
            case CalendarDeactivated _ -> closed(state);
            case CalendarShared(var _, var subject, var level) -> shared(state, with(state.shares(), subject, level));
            case CalendarUnshared(var _, var subject) -> shared(state, without(state.shares(), subject));
            case FeedTokenCreated created ->
                withTokens(state, with(state.feedTokens(), created.feedTokenId(), created.createdBy()));
            case FeedTokenRevoked revoked -> withTokens(state, without(state.feedTokens(), revoked.feedTokenId()));
            case OverbookingWarningTriggered _, OverbookingPreventedBySystem _, OverbookingAllowedByOverride _ -> state;
        };
    }

    private static CalendarState closed(CalendarState state) {
        return switch (state) {
            case Open(var profile, var shares, var feedTokens) -> new Closed(profile, shares, feedTokens);
            case Closed _, Absent _ -> state;
        };
    }

    private static CalendarState shared(CalendarState state, Map<String, ShareLevel> shares) {
        return switch (state) {
            case Open(var profile, var _, var feedTokens) -> new Open(profile, shares, feedTokens);
            case Closed(var profile, var _, var feedTokens) -> new Closed(profile, shares, feedTokens);
            case Absent _ -> state;
        };
    }

    private static CalendarState withTokens(CalendarState state, Map<String, String> feedTokens) {
        return switch (state) {
            case Open(var profile, var shares, var _) -> new Open(profile, shares, feedTokens);
            case Closed(var profile, var shares, var _) -> new Closed(profile, shares, feedTokens);
            case Absent _ -> state;
        };
    }

    private static <V> Map<String, V> with(Map<String, V> known, String key, V value) {
        Map<String, V> all = new HashMap<>(known);
        all.put(key, value);
        return all;
    }

    private static <V> Map<String, V> without(Map<String, V> known, String key) {
        Map<String, V> rest = new HashMap<>(known);
        rest.remove(key);
        return rest;
    }
}
