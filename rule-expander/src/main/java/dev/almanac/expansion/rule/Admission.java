package dev.almanac.expansion.rule;

import static dev.almanac.expansion.rule.Definition.later;

import dev.almanac.events.occurrence.DueReason;
import dev.almanac.events.occurrence.SkipReason;
import dev.almanac.events.rule.CatchUp;
import dev.almanac.events.rule.RuleOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Decides, of every occurrence whose time has come, whether it runs now, waits, is missed or is skipped. */
final class Admission {
    private final Definition definition;
    private final RuleOptions options;
    private final Bookkeeping book;
    private final Instant now;
    private final Instant lastTakenUp;
    private final List<Pending> left = new ArrayList<>();
    private int waiting;

    private Admission(RuleState state, Instant now) {
        this.definition = state.definition();
        this.options = definition.profile().options();
        this.book = new Bookkeeping(state, now);
        this.now = now;
        this.lastTakenUp = state.book().pending().stream()
                .map(pending -> pending.planned().scheduledAt())
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    static Step at(Instant now, RuleState state) {
        if (state.book().pending().stream().allMatch(pending -> pending.dueAt().isAfter(now))) {
            return Step.of(state);
        }
        Admission admission = new Admission(state, now);
        state.book().pending().forEach(admission::decide);
        return admission.book.done(admission.left);
    }

    private void decide(Pending pending) {
        if (pending.dueAt().isAfter(now)) {
            left.add(pending);
        } else if (isPaused(pending)) {
            book.skipped(pending.planned(), SkipReason.PAUSED);
        } else if (!pending.waiting() && pending.dueAt().plus(Limits.GRACE).isBefore(now)) {
            catchUp(pending);
        } else {
            admit(pending, pending.reason());
        }
    }

    /** A run that somebody asked for is none of the schedule, which is what a pause is about. */
    private boolean isPaused(Pending pending) {
        return pending.reason() != DueReason.RUN_NOW
                && (definition.pausedAt(now) || definition.pausedAt(pending.dueAt()));
    }

    private void catchUp(Pending pending) {
        switch (options.catchUp()) {
            case NONE -> book.skipped(pending.planned(), SkipReason.CATCH_UP_NONE);
            case APPROVAL -> book.missed(pending.planned());
            case LAST -> unless(superseded(pending), SkipReason.CATCH_UP_SUPERSEDED, pending);
            case ALL ->
                unless(pending.dueAt().plus(Limits.CATCH_UP_WINDOW).isBefore(now), SkipReason.CATCH_UP_WINDOW, pending);
        }
    }

    private void unless(boolean refused, SkipReason reason, Pending pending) {
        if (refused) {
            book.skipped(pending.planned(), reason);
        } else {
            admit(pending, DueReason.CATCH_UP);
        }
    }

    /** The later one may be taken up already, or follow in the next step. */
    private boolean superseded(Pending pending) {
        Instant scheduledAt = pending.planned().scheduledAt();
        return lastTakenUp.isAfter(scheduledAt)
                || definition
                        .occurrences(
                                scheduledAt.plusSeconds(1),
                                later(scheduledAt, now).plusSeconds(1),
                                1)
                        .findAny()
                        .isPresent();
    }

    /**
     * What is caught up whole waits for its turn, whatever overlaps are to come to: the rule has promised that all of it
     * runs. There is a day of it at most.
     */
    private void admit(Pending pending, DueReason reason) {
        if (options.admitsAnother(book.open().size())) {
            book.due(pending.planned(), pending.dueAt(), reason);
        } else if (reason == DueReason.CATCH_UP && options.catchUp() == CatchUp.ALL) {
            left.add(pending.waits(reason));
        } else if (waiting < options.overlap().room()) {
            waiting++;
            left.add(pending.waits(reason));
        } else {
            book.skipped(
                    pending.planned(), options.overlap().room() == 0 ? SkipReason.OVERLAP : SkipReason.BUFFER_FULL);
        }
    }

    /** How many wait in the room that the overlap policy gives. */
    static long waiting(RunBook book) {
        return book.pending().stream()
                .filter(Pending::waiting)
                .filter(pending -> pending.reason() != DueReason.CATCH_UP)
                .count();
    }
}
