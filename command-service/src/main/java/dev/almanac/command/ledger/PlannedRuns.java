package dev.almanac.command.ledger;

import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.wire.ChangeJson;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What rules are going to run on calendars of type QUEUE, which has its place there beside what is booked. */
@Component
class PlannedRuns {
    /** More rules than that on one calendar are an operation of their own, which nobody plans by booking. */
    private static final int RULES_MAX = 1_000;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    PlannedRuns(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The same lanes, where runs that lie ahead are in the way of what is wanted, too. */
    LockedLanes among(LockedLanes lanes, Collection<Claim> wanted) {
        Map<String, List<RulePlan>> plans = plans(lanes, wanted);
        if (plans.isEmpty()) {
            return lanes;
        }
        Instant now = clock.instant();
        Map<Claim, List<Claim>> others = new HashMap<>();
        for (Claim claim : wanted) {
            List<Claim> all = new ArrayList<>(lanes.othersThan(claim));
            plans.getOrDefault(claim.calendarId(), List.of()).stream()
                    .filter(plan -> !plan.ruleId().equals(claim.scheduleId()))
                    .forEach(plan -> all.addAll(plan.during(claim.slot(), now)));
            others.put(claim, all);
        }
        return new LockedLanes(lanes.byCalendar(), others);
    }

    private Map<String, List<RulePlan>> plans(LockedLanes lanes, Collection<Claim> wanted) {
        List<String> queues = wanted.isEmpty()
                ? List.of()
                : lanes.byCalendar().values().stream()
                        .filter(lane -> lane.type() == CalendarType.QUEUE)
                        .map(Lane::calendarId)
                        .toList();
        return queues.isEmpty()
                ? Map.of()
                : plans(queues).stream()
                        .collect(Collectors.groupingBy(plan -> plan.profile().queue()));
    }

    private List<RulePlan> plans(List<String> queues) {
        return jdbc.query(
                "select plan from recurring_rule where queue = any(?) and plan is not null order by rule_id limit "
                        + RULES_MAX,
                (row, _) -> ChangeJson.mapper().readValue(row.getString(1), RulePlan.class),
                (Object) queues.toArray(String[]::new));
    }
}
