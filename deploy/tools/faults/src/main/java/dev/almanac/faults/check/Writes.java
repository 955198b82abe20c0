package dev.almanac.faults.check;

import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.faults.history.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whatever was acknowledged is on the topic, once; what was refused is not there; what nobody answered is there once or not at
 * all. One key has one answer.
 */
final class Writes {
    static final String LOST = "an acknowledged write is lost";
    static final String DOUBLED = "a write was done twice";
    static final String REFUSED = "a refused write was done";
    static final String TWO_ANSWERS = "one key has two answers";

    private final Map<String, Set<String>> bookedByTitle = new HashMap<>();
    private final Map<String, List<Instant>> movedTo = new HashMap<>();
    private final Map<String, Set<String>> removals = new HashMap<>();
    private final Set<String> changeIds = new HashSet<>();
    private final List<Attempts> attempts;
    private final Verdict verdict;

    private Writes(List<Attempts> attempts, Verdict verdict) {
        this.attempts = attempts;
        this.verdict = verdict;
    }

    static void check(List<Attempts> attempts, List<Told> schedules, Verdict verdict) {
        Writes writes = new Writes(attempts, verdict);
        Set<String> seen = new HashSet<>();
        schedules.stream().filter(told -> seen.add(told.id())).forEach(writes::take);
        writes.judge();
    }

    private void take(Told told) {
        changeIds.add(told.id());
        switch (told.change()) {
            case EventScheduledOnCalendar booked ->
                bookedByTitle
                        .computeIfAbsent(booked.details().title(), _ -> new HashSet<>())
                        .add(told.id());
            case EventRescheduled moved ->
                movedTo.computeIfAbsent(moved.scheduleId(), _ -> new ArrayList<>())
                        .add(moved.newStartDateTime());
            case EventRemovedFromCalendar removed ->
                removals.computeIfAbsent(removed.scheduleId(), _ -> new HashSet<>())
                        .add(told.id());
            default -> {}
        }
    }

    private void judge() {
        for (Attempts write : attempts) {
            oneAnswer(write);
            if (write.is("POST", "/schedules")) {
                verdict.count("bookings", 1);
                judge(
                        write,
                        bookedByTitle
                                .getOrDefault(write.sent("title"), Set.of())
                                .size());
            } else if (write.is("DELETE", "/schedules/[^/]+")) {
                verdict.count("removals", 1);
                judge(
                        write,
                        removals.getOrDefault(write.subject().orElse(""), Set.of())
                                .size());
            } else if (write.is("POST", "/schedules/[^/]+/reschedule")) {
                verdict.count("moves", 1);
            }
        }
        moves();
    }

    private void judge(Attempts write, int done) {
        verdict.count("acknowledged", write.acknowledgement().isPresent() ? 1 : 0);
        verdict.count("sent again", write.asked() - 1L);
        Optional<Entry> acknowledgement = write.acknowledgement();
        if (acknowledgement.isPresent()
                && (done == 0
                        || !changeIds.contains(
                                Attempts.text(acknowledgement.get().body(), "changeId")))) {
            verdict.broken(LOST, write.label());
        }
        if (done > 1) {
            verdict.broken(DOUBLED, write.label() + ": " + done + " times");
        }
        if (write.isRefused() && done > 0) {
            verdict.broken(REFUSED, write.label());
        }
    }

    /** An event may be moved to the same time again and again: each time it was said, and no more often. */
    private void moves() {
        Map<String, List<Attempts>> ofEvent = attempts.stream()
                .filter(write -> write.is("POST", "/schedules/[^/]+/reschedule"))
                .collect(Collectors.groupingBy(write -> write.subject().orElse("")));
        ofEvent.forEach((id, moves) -> {
            Map<Instant, List<Attempts>> byGoal =
                    moves.stream().collect(Collectors.groupingBy(move -> Instant.parse(move.sent("newStartDateTime"))));
            byGoal.forEach((goal, all) -> moves(id, goal, all));
        });
    }

    private void moves(String id, Instant goal, List<Attempts> all) {
        long done = movedTo.getOrDefault(id, List.of()).stream()
                .filter(goal::equals)
                .count();
        // A move to where the event is already changes nothing, and tells nothing.
        long certain = all.stream()
                .flatMap(move -> move.acknowledgement().stream())
                .map(answer -> Attempts.text(answer.body(), "changeId"))
                .filter(change -> !change.isEmpty())
                .distinct()
                .peek(change -> {
                    verdict.count("acknowledged", 1);
                    if (!changeIds.contains(change)) {
                        verdict.broken(LOST, all.getFirst().label() + ": change " + change);
                    }
                })
                .count();
        long possible = all.stream().filter(move -> !move.isRefused()).count();
        if (done > Math.max(certain, possible)) {
            verdict.broken(DOUBLED, all.getFirst().label() + ": " + done + " times");
        }
    }

    private void oneAnswer(Attempts write) {
        long different = write.acknowledgements().stream()
                .map(answer -> Attempts.text(answer.body(), "changeId"))
                .distinct()
                .count();
        if (different > 1) {
            verdict.broken(TWO_ANSWERS, write.label());
        }
    }
}
