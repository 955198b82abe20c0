package dev.almanac.command.schedule;

import dev.almanac.command.access.Action;
import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Request;
import dev.almanac.command.ledger.GrantLedger;
import dev.almanac.command.ledger.Lane;
import dev.almanac.command.ledger.Settlement;
import dev.almanac.command.ledger.SlotLedger;
import dev.almanac.command.ledger.Verdict;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.rows.DeferredWrites;
import dev.almanac.events.calendar.BookingRules;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What people book, move and cancel for themselves on a calendar that is bookable, without a share of it. */
@Component
class SelfServiceBookings {
    private final GrantLedger grants;
    private final SlotLedger calendars;
    private final JdbcTemplate jdbc;

    SelfServiceBookings(GrantLedger grants, SlotLedger calendars, JdbcTemplate jdbc) {
        this.grants = grants;
        this.calendars = calendars;
        this.jdbc = jdbc;
    }

    /** Before it is known what is booked there: without a share, those that there are have to be bookable. */
    Optional<Rejection> refusal(Request request, Set<String> calendarIds) {
        return calendarIds.stream()
                .flatMap(id -> unshared(request.caller(), id).filter(_ -> isOnlyShared(id)).stream())
                .findFirst();
    }

    private boolean isOnlyShared(String calendarId) {
        return calendars
                .lane(calendarId)
                .filter(calendar -> calendar.bookable() == null)
                .isPresent();
    }

    /** Without a share, all of it has to be the caller's own, on bookable calendars, and within their rules. */
    Optional<Rejection> refusal(Request request, Collection<ScheduledEvent> states) {
        return states.stream()
                .flatMap(state ->
                        state.calendarId().stream().flatMap(calendarId -> refusal(request, calendarId, state).stream()))
                .findFirst();
    }

    private Optional<Rejection> refusal(Request request, String calendarId, ScheduledEvent state) {
        Optional<Rejection> unshared = unshared(request.caller(), calendarId);
        if (unshared.isEmpty()) {
            return Optional.empty();
        }
        Booked booked = booked(state);
        BookingRules rules = rules(calendarId);
        return rules == null
                        || booked == null
                        || !booked.scheduledBy().equals(request.caller().subject())
                ? unshared
                : refusal(rules, booked, request.at());
    }

    private static Optional<Rejection> refusal(BookingRules rules, Booked booked, Instant now) {
        Instant start = booked.booking().slot().start();
        if (booked.booking().recurs()) {
            return Optional.of(new OutsideBookingRules("recurrence", "Series take a share of the calendar"));
        }
        if (start.isBefore(now.plus(Duration.ofMinutes(rules.noticeMinutes())))) {
            return Optional.of(new OutsideBookingRules(
                    "startDateTime",
                    "Bookings are made, moved and cancelled at least " + rules.noticeMinutes()
                            + " minutes before they start"));
        }
        return start.isAfter(now.plus(Duration.ofDays(rules.horizonDays())))
                ? Optional.of(new OutsideBookingRules(
                        "startDateTime", "Bookings start at most " + rules.horizonDays() + " days from now"))
                : Optional.empty();
    }

    /** Under the lock of the lane, so that of two bookings made at once one counts the other. */
    Optional<Rejection> refusalOfOneMore(Request request, List<Revision> revisions) {
        return revisions.stream()
                .filter(SelfServiceBookings::isNewThere)
                .map(revision -> Objects.requireNonNull(booked(revision.after())))
                .flatMap(booked -> refusalOfOneMore(request, booked.booking().calendarId()).stream())
                .findFirst();
    }

    private Optional<Rejection> refusalOfOneMore(Request request, String calendarId) {
        Caller caller = request.caller();
        BookingRules rules = unshared(caller, calendarId).isPresent() ? rules(calendarId) : null;
        return rules != null && count(calendarId, request) >= rules.perUserMax()
                ? Optional.of(new OutsideBookingRules(
                        "calendarId",
                        "You have " + rules.perUserMax() + " bookings there, which is all that you may have"))
                : Optional.empty();
    }

    /** With the changes of the command. */
    void keep(Request request, List<Revision> revisions, Settlement settlement, DeferredWrites rows) {
        Set<String> bookable = settlement.verdicts().stream()
                .map(Verdict::lane)
                .filter(lane -> lane.bookable() != null)
                .map(Lane::calendarId)
                .collect(Collectors.toSet());
        for (Revision revision : revisions) {
            if (!(revision.after() instanceof Booked after)) {
                rows.write("delete from own_booking where schedule_id = ?", revision.scheduleId());
            } else if (bookable.contains(after.booking().calendarId()) || isMoved(revision)) {
                keep(request, revision, after, rows);
            }
        }
    }

    private static boolean isMoved(Revision revision) {
        return revision.before() instanceof Booked && isNewThere(revision);
    }

    private void keep(Request request, Revision revision, Booked after, DeferredWrites rows) {
        String calendarId = after.booking().calendarId();
        var endsAt = after.booking().slot().end().atOffset(ZoneOffset.UTC);
        if (isNewThere(revision) && unshared(request.caller(), calendarId).isPresent()) {
            rows.write(
                    "insert into own_booking (schedule_id, calendar_id, booked_by, ends_at) values (?, ?, ?, ?)"
                            + " on conflict (schedule_id) do update set calendar_id = excluded.calendar_id,"
                            + " ends_at = excluded.ends_at",
                    revision.scheduleId(),
                    calendarId,
                    after.scheduledBy(),
                    endsAt);
        } else if (revision.before() instanceof Booked) {
            rows.write(
                    "update own_booking set calendar_id = ?, ends_at = ? where schedule_id = ?",
                    calendarId,
                    endsAt,
                    revision.scheduleId());
        }
    }

    private int count(String calendarId, Request request) {
        Integer found = jdbc.queryForObject(
                "select count(*) from own_booking where calendar_id = ? and booked_by = ? and ends_at > ?",
                Integer.class,
                calendarId,
                request.caller().subject(),
                request.at().atOffset(ZoneOffset.UTC));
        return found == null ? 0 : found;
    }

    private Optional<Rejection> unshared(Caller caller, String calendarId) {
        return grants.refusal(caller, Action.SCHEDULE, Set.of(calendarId));
    }

    private @Nullable BookingRules rules(String calendarId) {
        return calendars.lane(calendarId).map(Lane::bookable).orElse(null);
    }

    private static boolean isNewThere(Revision revision) {
        return revision.after() instanceof Booked after
                && !(revision.before() instanceof Booked before
                        && before.booking().calendarId().equals(after.booking().calendarId()));
    }

    private static @Nullable Booked booked(ScheduledEvent state) {
        return switch (state) {
            case Booked booked -> booked;
            case ScheduledEvent.Unscheduled(var was) -> was;
            case ScheduledEvent.Removed(var was) -> was;
            case ScheduledEvent.Absent _ -> null;
        };
    }
}
