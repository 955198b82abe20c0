package dev.almanac.query.window;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.rule.MovedRun;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.rule.RuleStatus;
import dev.almanac.query.rules.CachedRule;
import dev.almanac.query.rules.RuleView;
import dev.almanac.recurrence.Series;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule as the work that it makes.
 *
 * @param series set up once, which takes longer than to expand a month of it
 * @param away when the recurrence names runs that were moved away, in epoch seconds
 * @param here when they are instead
 * @param spans when it makes any: from its start or creation, without a pause, not while it is disabled
 */
record Load(Work work, int secondsPerJob, Series series, List<TimeSlot> spans, Set<Long> away, List<Instant> here) {
    private static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");

    Load {
        spans = List.copyOf(spans);
        away = Set.copyOf(away);
        here = List.copyOf(here);
    }

    static Load of(CachedRule shelved) {
        RuleView rule = shelved.view();
        RuleProfile profile = rule.profile();
        List<MovedRun> ahead = rule.kept() == RuleStatus.DISABLED ? List.of() : rule.moved();
        return new Load(
                new Work(profile.queue(), profile.jobTemplate().type()),
                profile.jobTemplate().timeoutSeconds(),
                shelved.series(),
                rule.kept() == RuleStatus.DISABLED ? List.of() : spans(rule),
                ahead.stream().map(run -> run.nominalStart().getEpochSecond()).collect(Collectors.toSet()),
                ahead.stream().map(MovedRun::startDateTime).toList());
    }

    /** When the runs are that were moved, in these parts of a window. */
    Stream<Instant> movedWithin(TimeSlot span) {
        return here.stream().filter(span::contains);
    }

    /** The parts of the window in which it makes work. */
    Stream<TimeSlot> within(TimeSlot window) {
        return spans.stream().filter(window::overlaps).map(window::intersection);
    }

    private static List<TimeSlot> spans(RuleView rule) {
        Instant since = rule.profile().since(rule.createdAt());
        RuleView.Pause pause = rule.pause();
        if (pause == null) {
            return slot(since, FOR_EVER).stream().toList();
        }
        Instant end = pause.resumeAfter();
        Optional<TimeSlot> after = end == null ? Optional.empty() : slot(later(since, end), FOR_EVER);
        return Stream.concat(slot(since, pause.pausedAt()).stream(), after.stream())
                .toList();
    }

    private static Optional<TimeSlot> slot(Instant start, Instant end) {
        return start.isBefore(end) ? Optional.of(new TimeSlot(start, end)) : Optional.empty();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
