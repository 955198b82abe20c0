package dev.almanac.query.rules.list;

import dev.almanac.query.rules.RuleView;
import dev.almanac.recurrence.clock.DstAdjustment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Every nominal time of a rule in the coming years that a change of the clocks adjusts, and how. */
record DstReport(String ruleId, String timeZone, Instant from, Instant till, List<DstAdjustment> adjustments) {
    private static final int ADJUSTMENTS_MAX = 1000;

    static DstReport of(RuleView rule, Instant now, int years) {
        Instant till = now.atOffset(ZoneOffset.UTC).plusYears(years).toInstant();
        return new DstReport(
                rule.id(),
                rule.profile().timeZone(),
                now,
                till,
                rule.profile().series().dstReport(now, till, ADJUSTMENTS_MAX));
    }
}
