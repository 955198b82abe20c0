package dev.almanac.expansion.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.almanac.events.rule.MovedRuns;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RulePause;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.rule.RunTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;

/**
 * What people have said of a rule.
 *
 * @param version the last change that was seen; repeats and stragglers are older
 * @param since nothing of the timetable counts before
 * @param moved what a person gave another time than the timetable has
 */
record Definition(
        String ruleId,
        long version,
        @JsonProperty("profile") PreparedRule timetable,
        Status status,
        Instant since,
        List<RulePause> pauses,
        MovedRuns moved) {
    enum Status {
        ACTIVE,
        DISABLED,
        DELETED
    }

    Definition {
        pauses = List.copyOf(pauses);
        moved = moved == null ? MovedRuns.NONE : moved;
    }

    static Definition of(String ruleId, long version, RuleProfile profile, Instant at) {
        Instant since = profile.since(at);
        return new Definition(
                ruleId, version, new PreparedRule(profile), Status.ACTIVE, since, List.of(), MovedRuns.NONE);
    }

    RuleProfile profile() {
        return timetable.profile();
    }

    boolean active() {
        return status == Status.ACTIVE;
    }

    boolean pausedAt(Instant instant) {
        return pauses.stream().anyMatch(pause -> pause.contains(instant));
    }

    /** Occurrences in {@code [from, until)}, moved ones where they were moved to; none unless the rule is active. */
    Stream<Planned> occurrences(Instant from, Instant until, int limit) {
        return active()
                ? moved.among(
                                timetable
                                        .between(later(from, since), until, moved.oneMore(limit))
                                        .map(occurrence -> RunTime.of(ruleId, occurrence)),
                                from,
                                until,
                                limit)
                        .map(Planned::of)
                : Stream.empty();
    }

    boolean isMoved(Planned planned) {
        return moved.of(planned.occurrenceId()).isPresent();
    }

    /** Those that were moved and are still ahead, wherever the timetable has them. */
    Stream<Planned> movedAhead(Instant from) {
        return active()
                ? moved.among(Stream.empty(), from, Instant.MAX, MovedRuns.MAX).map(Planned::of)
                : Stream.empty();
    }

    boolean countsElapsedTime() {
        return timetable.countsElapsedTime();
    }

    /** How many days ahead its occurrences are published. */
    int horizonDays() {
        return timetable.horizonDays(since);
    }

    /**
     * Always the same delay for the same occurrence, so that a restart changes nothing; to the millisecond, so that not all
     * that jitter should spread falls on whole seconds. None where a person said when it is to be.
     */
    Instant dueAt(Planned planned) {
        if (isMoved(planned)) {
            return planned.scheduledAt();
        }
        int hash = Utils.toPositive(Utils.murmur2(planned.occurrenceId().getBytes(UTF_8)));
        Duration jitter = Duration.ofSeconds(profile().options().jitterSeconds());
        return planned.scheduledAt().plusMillis(hash % (jitter.toMillis() + 1));
    }

    Definition at(long newVersion) {
        return new Definition(ruleId, newVersion, timetable, status, since, pauses, moved);
    }

    Definition with(RuleProfile newProfile, Instant at) {
        Instant newSince = newProfile.since(at);
        return new Definition(ruleId, version, new PreparedRule(newProfile), status, newSince, pauses, moved);
    }

    Definition with(Status newStatus, Instant at) {
        return new Definition(ruleId, version, timetable, newStatus, later(since, at), pauses, moved);
    }

    Definition with(RulePause pause) {
        List<RulePause> all =
                Stream.concat(endedAt(pause.from()), Stream.of(pause)).toList();
        return new Definition(ruleId, version, timetable, status, since, all, moved);
    }

    Definition resumedAt(Instant instant) {
        return new Definition(
                ruleId, version, timetable, status, since, endedAt(instant).toList(), moved);
    }

    /** With what the change moves, and without what it makes void. */
    Definition moving(RuleChange change) {
        return new Definition(ruleId, version, timetable, status, since, pauses, moved.after(change));
    }

    /** Without the pauses and moves that nothing can fall into any more. */
    Definition forgetting(Instant instant) {
        List<RulePause> left =
                pauses.stream().filter(pause -> !pause.endsBy(instant)).toList();
        MovedRuns ahead = moved.forgetting(instant);
        return left.size() == pauses.size() && ahead.equals(moved)
                ? this
                : new Definition(ruleId, version, timetable, status, since, left, ahead);
    }

    private Stream<RulePause> endedAt(Instant instant) {
        return pauses.stream().map(pause -> pause.endedAt(instant));
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
