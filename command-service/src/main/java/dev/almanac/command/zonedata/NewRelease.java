package dev.almanac.command.zonedata;

import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.Outages;
import dev.almanac.command.ledger.Competitor;
import dev.almanac.command.ledger.RefusedClaim;
import dev.almanac.command.ledger.SlotIsFull;
import dev.almanac.command.ledger.TimeSlotUnavailable;
import dev.almanac.command.ledger.ZoneMoves;
import dev.almanac.command.ledger.ZoneMoves.Outcome;
import dev.almanac.command.ledger.ZoneMoves.Passage;
import dev.almanac.command.ledger.ZoneMoves.Waiting;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.schedule.zonedata.FollowZoneData;
import dev.almanac.command.schedule.zonedata.FollowZoneData.Obstacle;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Goes through what is booked when the release of zone data is another: first all that it moves is found, then moved, as many
 * events of a calendar at once as belong together, so that they may change places. Whatever cuts it short, the next go takes
 * it up where it stopped.
 */
@Component
class NewRelease {
    private static final Logger LOG = LoggerFactory.getLogger(NewRelease.class);
    private static final Caller ITSELF = new Caller("command-service", Set.of(Role.ADMIN));
    private static final int CALENDARS_AT_ONCE = 100;
    private static final int EVENTS_AT_ONCE = 100;

    /** Of one transaction, unless one event alone has more. */
    private static final int ITEMS_AT_ONCE = 500;

    /** Each step names more that stays: after this many, the whole event stays where it is. */
    private static final int ATTEMPTS_MAX = 5;

    /** What stayed for want of room gets another go while others still make room. */
    private static final int ROUNDS_MAX = 3;

    private final ZoneMoves moves;
    private final ZoneDriftScan look;
    private final Commands commands;
    private final Clock clock;
    private final AtomicLong unmoved = new AtomicLong();

    NewRelease(ZoneMoves moves, ZoneDriftScan look, Commands commands, Clock clock, MeterRegistry registry) {
        registry.gauge("scheduling.zone.data.unmoved", unmoved);
        this.moves = moves;
        this.look = look;
        this.commands = commands;
        this.clock = clock;
    }

    /** Nothing, when the release is the one that was gone through last. */
    void follow(String release) {
        Passage passage = passage(release);
        if (passage.finishedAt() == null) {
            find(passage);
            settle(passage);
            moves.finish(passage.passageId(), clock.instant());
            report(passage);
        }
        count();
    }

    /** Somebody may have moved by now what stayed. */
    void count() {
        unmoved.set(moves.unmoved(clock.instant()));
    }

    private Passage passage(String release) {
        Optional<Passage> last = moves.last();
        if (last.filter(passage -> passage.release().equals(release)).isEmpty()) {
            moves.begin(release, last.map(Passage::release).orElse(null), clock.instant());
        }
        return moves.last().orElseThrow();
    }

    private void find(Passage passage) {
        List<String> calendars =
                passage.looked() ? List.of() : moves.calendarsAfter(passage.lookedTo(), CALENDARS_AT_ONCE);
        while (!calendars.isEmpty()) {
            calendars.forEach(calendar -> look.at(passage.passageId(), calendar, clock.instant()));
            calendars = moves.calendarsAfter(calendars.getLast(), CALENDARS_AT_ONCE);
        }
        moves.looked(passage.passageId());
    }

    private void settle(Passage passage) {
        for (int round = 1; round <= ROUNDS_MAX; round++) {
            long before = moved(passage);
            Optional<String> calendar = moves.waitingCalendar(passage.passageId());
            while (calendar.isPresent()) {
                settle(passage, calendar.get());
                calendar = moves.waitingCalendar(passage.passageId());
            }
            boolean last = round == ROUNDS_MAX || moved(passage) == before;
            if (last || moves.tryAgain(passage.passageId()) == 0) {
                return;
            }
        }
    }

    private long moved(Passage passage) {
        return moves.counts(passage.passageId()).getOrDefault(Outcome.MOVED, 0L);
    }

    private void settle(Passage passage, String calendarId) {
        List<Waiting> waiting = moves.waiting(passage.passageId(), calendarId, EVENTS_AT_ONCE);
        List<String> together = new ArrayList<>();
        int items = 0;
        for (Waiting event : waiting) {
            if (!together.isEmpty() && items + event.items() > ITEMS_AT_ONCE) {
                settle(passage, together);
                together = new ArrayList<>();
                items = 0;
            }
            together.add(event.scheduleId());
            items += event.items();
        }
        settle(passage, together);
    }

    private void settle(Passage passage, List<String> scheduleIds) {
        if (!settles(passage, Set.copyOf(scheduleIds)) && scheduleIds.size() > 1) {
            scheduleIds.forEach(id -> settles(passage, Set.of(id)));
        }
    }

    /**
     * Whatever has no room is named by the refusal, and stays in the next attempt. False where others than these are in the way of
     * them all.
     */
    private boolean settles(Passage passage, Set<String> scheduleIds) {
        Map<String, Obstacle> staying = new HashMap<>();
        Optional<Rejection> refusal = refusal(passage, scheduleIds, staying);
        for (int attempt = 1; attempt < ATTEMPTS_MAX && refusal.isPresent(); attempt++) {
            Map<String, Obstacle> named = named(refusal.get(), scheduleIds);
            if (staying.keySet().containsAll(named.keySet())) {
                break;
            }
            staying.putAll(named);
            refusal = refusal(passage, scheduleIds, staying);
        }
        refusal.filter(_ -> scheduleIds.size() == 1)
                .ifPresent(last -> stay(passage, scheduleIds.iterator().next(), staying, last));
        return refusal.isEmpty() || scheduleIds.size() == 1;
    }

    /** Nothing of the event goes. What is left of the series says so, and nothing else is asked of the ledger. */
    private void stay(Passage passage, String scheduleId, Map<String, Obstacle> staying, Rejection why) {
        Map<String, Obstacle> all = new HashMap<>(staying);
        moves.waitingItems(passage.passageId(), scheduleId)
                .forEach(item -> all.putIfAbsent(item, new Obstacle(why.detail(), List.of())));
        if (refusal(passage, Set.of(scheduleId), all).isPresent()) {
            moves.stay(passage.passageId(), scheduleId, why.detail());
        }
    }

    private Optional<Rejection> refusal(Passage passage, Set<String> scheduleIds, Map<String, Obstacle> staying) {
        Request request =
                new Request(ITSELF, clock.instant(), null, UUID.randomUUID().toString());
        try {
            commands.sendInTurn(
                    new FollowZoneData(passage.passageId(), passage.release(), scheduleIds, staying, request));
            return Optional.empty();
        } catch (RuntimeException e) {
            if (Outages.isOne(e)) {
                throw e;
            }
            // One that cannot be counted, or read, stops nobody else.
            return Optional.of(rejection(e).orElseGet(() -> unable(e)));
        }
    }

    private static Optional<Rejection> rejection(RuntimeException failure) {
        return failure instanceof CommandExecutionException e ? e.getDetails() : Optional.empty();
    }

    private static Rejection unable(RuntimeException failure) {
        LOG.warn("What zone data would move cannot be moved", failure);
        return new ActionIsNotAvailable("It cannot be moved: " + failure.getMessage());
    }

    /** Of companions nothing was asked: it is their primary that cannot go. */
    private static Map<String, Obstacle> named(Rejection refusal, Set<String> scheduleIds) {
        List<RefusedClaim> refused = switch (refusal) {
            case SlotIsFull full -> full.refused();
            case TimeSlotUnavailable out -> out.refused();
            default -> List.of();
        };
        return refused.stream()
                .filter(claim -> scheduleIds.contains(claim.scheduleId()))
                .collect(Collectors.toMap(
                        RefusedClaim::claimId,
                        claim -> new Obstacle(
                                refusal.detail(),
                                claim.conflictingEvents().stream()
                                        .map(Competitor::scheduleId)
                                        .toList()),
                        (one, _) -> one));
    }

    private void report(Passage passage) {
        Map<Outcome, Long> counts = moves.counts(passage.passageId());
        if (!counts.isEmpty()) {
            LOG.warn(
                    "Zone data {} (before: {}): of what is booked, {}. GET /api/v1/ops/zone-data/{}/moves names it",
                    passage.release(),
                    passage.previousRelease(),
                    counts,
                    passage.passageId());
        }
    }
}
