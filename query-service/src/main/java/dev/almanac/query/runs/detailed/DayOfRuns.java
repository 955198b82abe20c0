package dev.almanac.query.runs.detailed;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.almanac.query.http.Page;
import dev.almanac.query.runs.RuleItem;
import dev.almanac.query.runs.RuleRun;
import dev.almanac.query.runs.RunItem;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a day, and the rules that they are runs of.
 *
 * @param jobs one for each run, or for all of a rule that is always running
 */
record DayOfRuns(
        LocalDate date,
        String timezone,
        List<RunItem> jobs,
        List<RuleItem> recurringRules,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {
    static DayOfRuns of(LocalDate date, String timezone, Page<RuleRun> runs) {
        return new DayOfRuns(
                date,
                timezone,
                runs.items().stream().map(RuleRun::run).toList(),
                runs.items().stream().map(RuleRun::rule).distinct().toList(),
                runs.nextCursor());
    }
}
