package dev.almanac.expansion.rule;

import dev.almanac.events.occurrence.DueReason;
import dev.almanac.events.occurrence.MissReason;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceFailed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceMissed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencePostponed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSkipped;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceStarted;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSucceeded;
import dev.almanac.events.occurrence.SkipReason;
import dev.almanac.events.rule.JobTemplate;
import dev.almanac.events.run.RunNote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a rule's book: each entry publishes its change and counts, so that no outcome is published without being counted. */
final class Bookkeeping {
    private static final Tally SUCCEEDED = new Tally(0, 1, 0, 0, 0);
    private static final Tally FAILED = new Tally(0, 0, 1, 0, 0);
    private static final Tally MISSED = new Tally(0, 0, 0, 1, 0);
    private static final Tally SKIPPED = new Tally(0, 0, 0, 0, 1);
    private static final Tally NOMINAL = new Tally(1, 0, 0, 0, 0);

    private final RuleState before;
    private final Instant now;
    private final List<OccurrenceChange> published = new ArrayList<>();
    private final Map<String, OpenRun> open = new LinkedHashMap<>();
    private final Map<String, Planned> stasis = new LinkedHashMap<>();
    private final Map<String, Pending> postponed = new LinkedHashMap<>();
    private Tally tally;

    Bookkeeping(RuleState before, Instant now) {
        this.before = before;
        this.now = now;
        this.tally = before.book().tally();
        before.book().open().forEach(run -> open.put(run.planned().occurrenceId(), run));
        before.book().stasis().forEach(planned -> stasis.put(planned.occurrenceId(), planned));
        before.book().postponed().forEach(run -> postponed.put(run.planned().occurrenceId(), run));
    }

    Step done() {
        return done(before.book().pending());
    }

    Step done(List<Pending> pending) {
        RunBook book = new RunBook(
                before.book().watermark(),
                before.book().materialisedThrough(),
                pending,
                List.copyOf(open.values()),
                List.copyOf(stasis.values()),
                List.copyOf(postponed.values()),
                tally);
        return new Step(before.with(book), published);
    }

    List<OpenRun> open() {
        return List.copyOf(open.values());
    }

    Optional<OpenRun> open(String occurrenceId) {
        return Optional.ofNullable(open.get(occurrenceId));
    }

    /** Takes a missed run out of stasis, or from the time that it was given. */
    Optional<Planned> revived(String occurrenceId) {
        return Optional.ofNullable(stasis.remove(occurrenceId))
                .or(() -> Optional.ofNullable(postponed.remove(occurrenceId)).map(Pending::planned));
    }

    /** A missed run has another time; when too many have, the oldest stays missed. */
    void postponed(Planned planned, Instant to) {
        postponed.put(planned.occurrenceId(), new Pending(planned, to, true, null));
        if (postponed.size() > Limits.STASIS_MAX) {
            postponed.remove(postponed.keySet().iterator().next());
        }
        published.add(new OccurrencePostponed(
                planned.occurrenceId(), ruleId(), planned.nominal(), planned.scheduledAt(), to, now));
    }

    /** The other time of missed runs has come. */
    void backfillUpTo(Instant instant) {
        List<Pending> come = postponed.values().stream()
                .filter(run -> !run.dueAt().isAfter(instant))
                .toList();
        come.forEach(run -> {
            postponed.remove(run.planned().occurrenceId());
            due(run.planned(), run.dueAt(), DueReason.BACKFILL);
        });
    }

    void due(Planned planned, Instant dueAt, DueReason reason) {
        tally = reason == DueReason.BACKFILL ? tally.minus(MISSED) : tally.plus(NOMINAL);
        due(planned, 1, dueAt, reason);
    }

    void retry(OpenRun run) {
        due(run.planned(), run.attempt() + 1, run.next(), DueReason.RETRY);
    }

    private void due(Planned planned, int attempt, Instant dueAt, DueReason reason) {
        open.put(planned.occurrenceId(), new OpenRun(planned, attempt, OpenRun.Phase.DUE, deadline(now)));
        published.add(new OccurrenceDue(
                planned.occurrenceId(),
                ruleId(),
                planned.nominal(),
                planned.scheduledAt(),
                dueAt,
                attempt,
                reason,
                before.definition().profile().queue(),
                job()));
    }

    void started(OpenRun run, Instant at, RunNote note) {
        Planned planned = run.planned();
        OpenRun running = new OpenRun(planned, run.attempt(), OpenRun.Phase.RUNNING, deadline(at));
        open.put(planned.occurrenceId(), running);
        published.add(new OccurrenceStarted(
                planned.occurrenceId(), ruleId(), planned.nominal(), planned.scheduledAt(), run.attempt(), at, note));
    }

    void succeeded(OpenRun run, Instant at, RunNote note) {
        Planned planned = ended(run, SUCCEEDED);
        published.add(new OccurrenceSucceeded(
                planned.occurrenceId(), ruleId(), planned.nominal(), planned.scheduledAt(), run.attempt(), at, note));
    }

    /** The attempt failed: another one follows if the rule says so. */
    void failed(OpenRun run, Instant at, RunNote note) {
        Optional<Instant> next = before.definition().active()
                ? before.definition()
                        .profile()
                        .options()
                        .retryPolicy()
                        .delayAfter(run.attempt())
                        .map(at::plus)
                : Optional.empty();
        next.ifPresentOrElse(again -> retrying(run, again), () -> ended(run, FAILED));
        tellFailed(run, at, next, note);
    }

    /** No attempt follows, whatever the rule said when the last one failed. */
    void givenUp(OpenRun run, RunNote note) {
        ended(run, FAILED);
        tellFailed(run, now, Optional.empty(), note);
    }

    private void retrying(OpenRun run, Instant again) {
        OpenRun retrying = new OpenRun(run.planned(), run.attempt(), OpenRun.Phase.RETRYING, again);
        open.put(run.planned().occurrenceId(), retrying);
    }

    private void tellFailed(OpenRun run, Instant at, Optional<Instant> next, RunNote note) {
        Planned planned = run.planned();
        published.add(new OccurrenceFailed(
                planned.occurrenceId(),
                ruleId(),
                planned.nominal(),
                planned.scheduledAt(),
                run.attempt(),
                at,
                next.orElse(null),
                note));
    }

    /** Nobody reported on it. */
    void missed(OpenRun run) {
        intoStasis(ended(run, MISSED), run.attempt(), MissReason.NOT_REPORTED);
    }

    /** It was never due. */
    void missed(Planned planned) {
        tally = tally.plus(NOMINAL).plus(MISSED);
        intoStasis(planned, 0, MissReason.OVERDUE);
    }

    private void intoStasis(Planned planned, int attempt, MissReason reason) {
        stasis.put(planned.occurrenceId(), planned);
        if (stasis.size() > Limits.STASIS_MAX) {
            stasis.remove(stasis.keySet().iterator().next());
        }
        published.add(new OccurrenceMissed(
                planned.occurrenceId(), ruleId(), planned.nominal(), planned.scheduledAt(), attempt, now, reason));
    }

    void skipped(Planned planned, SkipReason reason) {
        tally = reason == SkipReason.DISCARDED ? tally.minus(MISSED) : tally.plus(NOMINAL);
        tally = tally.plus(SKIPPED);
        published.add(new OccurrenceSkipped(
                planned.occurrenceId(), ruleId(), planned.nominal(), planned.scheduledAt(), now, reason));
    }

    private Planned ended(OpenRun run, Tally outcome) {
        open.remove(run.planned().occurrenceId());
        tally = tally.plus(outcome);
        return run.planned();
    }

    private Instant deadline(Instant from) {
        return from.plusSeconds(job().timeoutSeconds()).plus(Limits.GRACE);
    }

    private JobTemplate job() {
        return before.definition().profile().jobTemplate();
    }

    private String ruleId() {
        return before.definition().ruleId();
    }
}
