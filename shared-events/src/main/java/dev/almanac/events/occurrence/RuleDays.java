package dev.almanac.events.occurrence;

import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.rule.RunTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The local days under which a rule's runs are published: each run is on that of its nominal time, wherever it was moved. */
public final class RuleDays {
    /** A minute apart at least, on a day of 25 hours. */
    public static final int RUNS_PER_DAY_MAX = 25 * 60;

    private RuleDays() {}

    /** The last day in sight. */
    public static LocalDate last(RuleProfile profile, int horizonDays, Instant now) {
        return LocalDate.ofInstant(now, profile.zone()).plusDays(horizonDays);
    }

    /** A run holds its slot for as long as its timeout lets it go on. */
    public static SortedMap<LocalDate, List<MaterialisedOccurrence>> of(RuleProfile profile, Stream<RunTime> runs) {
        return runs.map(run -> slot(profile, run))
                .collect(
                        Collectors.groupingBy(slot -> slot.nominal().toLocalDate(), TreeMap::new, Collectors.toList()));
    }

    public static OccurrencesMaterialised day(
            String ruleId, long version, RuleProfile profile, LocalDate day, List<MaterialisedOccurrence> runs) {
        return new OccurrencesMaterialised(ruleId, SeriesKind.RULE, version, day, profile.queue(), List.of(), runs);
    }

    private static MaterialisedOccurrence slot(RuleProfile profile, RunTime run) {
        Instant end = run.scheduledAt().plusSeconds(profile.jobTemplate().timeoutSeconds());
        return new MaterialisedOccurrence(run.occurrenceId(), run.nominal(), run.scheduledAt(), end, run.moved());
    }
}
