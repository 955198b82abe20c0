package dev.almanac.expansion.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.almanac.events.rule.RuleProfile;
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
 */
record Definition(
        String ruleId,
        long version,
        @JsonProperty("profile") Timetable timetable,
        Status status,
        Instant since,
        List<Pause> pauses) {
    enum Status {
        ACTIVE,
        DISABLED,
        DELETED
    }

    Definition {
        pauses = List.copyOf(pauses);
    }

    static Definition of(String ruleId, long version, RuleProfile profile, Instant at) {
        Instant since = later(at, profile.startInstant());
        return new Definition(ruleId, version, new Timetable(profile), Status.ACTIVE, since, List.of());
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

    /** Occurrences in {@code [from, until)}; none unless the rule is active. */
    Stream<Planned> occurrences(Instant from, Instant until, int limit) {
        return active()
                ? timetable.between(later(from, since), until, limit).map(occurrence -> Planned.of(ruleId, occurrence))
                : Stream.empty();
    }

    /** How many days ahead its occurrences are told. */
    int horizonDays() {
        return timetable.horizonDays(since);
    }

    /**
     * Always the same delay for the same occurrence, so that a restart changes nothing; to the millisecond, so that not all
     * that jitter should spread falls on whole seconds.
     */
    Instant dueAt(Planned planned) {
        int hash = Utils.toPositive(Utils.murmur2(planned.occurrenceId().getBytes(UTF_8)));
        Duration jitter = Duration.ofSeconds(profile().options().jitterSeconds());
        return planned.scheduledAt().plusMillis(hash % (jitter.toMillis() + 1));
    }

    Definition at(long newVersion) {
        return new Definition(ruleId, newVersion, timetable, status, since, pauses);
    }

    Definition with(RuleProfile newProfile, Instant at) {
        Instant newSince = later(at, newProfile.startInstant());
        return new Definition(ruleId, version, new Timetable(newProfile), status, newSince, pauses);
    }

    Definition with(Status newStatus, Instant at) {
        return new Definition(ruleId, version, timetable, newStatus, later(since, at), pauses);
    }

    Definition with(Pause pause) {
        List<Pause> all = Stream.concat(endedAt(pause.from()), Stream.of(pause)).toList();
        return new Definition(ruleId, version, timetable, status, since, all);
    }

    Definition resumedAt(Instant instant) {
        return new Definition(
                ruleId, version, timetable, status, since, endedAt(instant).toList());
    }

    /** Without the pauses that nothing can fall into any more. */
    Definition forgetting(Instant instant) {
        List<Pause> left =
                pauses.stream().filter(pause -> !pause.endsBy(instant)).toList();
        return left.size() == pauses.size() ? this : new Definition(ruleId, version, timetable, status, since, left);
    }

    private Stream<Pause> endedAt(Instant instant) {
        return pauses.stream().map(pause -> pause.endedAt(instant));
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
