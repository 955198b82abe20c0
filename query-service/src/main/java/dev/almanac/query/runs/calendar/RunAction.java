package dev.almanac.query.runs.calendar;

import dev.almanac.events.rule.RuleStatus;
import dev.almanac.query.runs.RuleRun;
import dev.almanac.query.runs.RunItem;
import dev.almanac.query.runs.RunState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What can be done about a run or its rule; each names its command. */
enum RunAction {
    RUN_NOW,
    PAUSE,
    RESUME,
    DISABLE,
    OPEN_LOGS,
    OPEN_SESSION,
    APPROVE_BACKFILL,
    RESCHEDULE,
    DISCARD;

    /** What the caller may do: nothing but look, without EDIT. */
    static List<RunAction> of(RuleRun found) {
        RunItem run = found.run();
        if (!found.mayEdit()) {
            return List.of();
        }
        Set<RunAction> actions = ofRule(found.rule().status());
        if (isGoing(run) && !found.rule().options().admitsAnother(1)) {
            actions.remove(RUN_NOW);
        }
        if (run.status() == RunState.MISSED || run.status() == RunState.POSTPONED) {
            actions.addAll(List.of(APPROVE_BACKFILL, RESCHEDULE, DISCARD));
        }
        if (run.status() == RunState.SCHEDULED && !run.isLane()) {
            actions.add(RESCHEDULE);
        }
        if (run.note().logsUrl() != null) {
            actions.add(OPEN_LOGS);
        }
        if (run.note().sessionUrl() != null) {
            actions.add(OPEN_SESSION);
        }
        return List.copyOf(actions);
    }

    private static boolean isGoing(RunItem run) {
        return run.status() == RunState.DUE || run.status() == RunState.RUNNING || run.status() == RunState.RETRYING;
    }

    private static Set<RunAction> ofRule(RuleStatus rule) {
        return switch (rule) {
            case ACTIVE -> EnumSet.of(RUN_NOW, PAUSE, DISABLE);
            case PAUSED -> EnumSet.of(RUN_NOW, RESUME, DISABLE);
            case DISABLED -> EnumSet.of(RESUME);
            case EXPIRED -> EnumSet.of(RUN_NOW, DISABLE);
        };
    }
}
