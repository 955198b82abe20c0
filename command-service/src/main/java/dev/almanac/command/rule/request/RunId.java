package dev.almanac.command.rule.request;

import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.store.Appending;
import dev.almanac.events.OccurrenceId;

/** A run's id is its rule's id, {@code @}, and when it is to be. */
public final class RunId {
    private RunId() {}

    public static String ruleOf(String occurrenceId) {
        String ruleId = OccurrenceId.seriesOf(occurrenceId);
        if (ruleId.isEmpty() || !OccurrenceId.isOne(occurrenceId)) {
            throw Appending.refused(new SubjectDoesNotExist("Run", occurrenceId));
        }
        return ruleId;
    }
}
