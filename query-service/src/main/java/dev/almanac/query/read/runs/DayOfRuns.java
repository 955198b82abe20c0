package dev.almanac.query.read.runs;

import dev.almanac.query.read.RuleItem;
import dev.almanac.query.read.RuleRun;
import dev.almanac.query.read.RunItem;
import java.time.LocalDate;
import java.util.List;

/** The runs of a day, and the rules that they are runs of. */
record DayOfRuns(LocalDate date, String timezone, List<RunItem> jobs, List<RuleItem> recurringRules) {

    static DayOfRuns of(LocalDate date, String timezone, List<RuleRun> runs) {
        return new DayOfRuns(
                date,
                timezone,
                runs.stream().map(RuleRun::run).toList(),
                runs.stream().map(RuleRun::rule).distinct().toList());
    }
}
