package dev.almanac.query.read.runs;

import dev.almanac.events.rule.RuleStatus;
import dev.almanac.query.read.RunItem;
import dev.almanac.query.view.run.RunState;
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

    static List<RunAction> of(RunItem run, RuleStatus rule) {
        Set<RunAction> actions = ofRule(rule);
        if (run.status() == RunState.RUNNING) {
            actions.remove(RUN_NOW);
        }
        if (run.status() == RunState.MISSED) {
            actions.addAll(List.of(APPROVE_BACKFILL, RESCHEDULE, DISCARD));
        }
        if (run.note().logsUrl() != null) {
            actions.add(OPEN_LOGS);
        }
        if (run.note().sessionUrl() != null) {
            actions.add(OPEN_SESSION);
        }
        return List.copyOf(actions);
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
