package dev.almanac.command.rule.request;

import dev.almanac.command.http.Fields;

/** A run's id is its rule's id, {@code @}, and when it is to be. */
public final class RunId {
    private static final int LENGTH_MAX = 128;

    private RunId() {}

    public static String ruleOf(String occurrenceId) {
        Fields fields = new Fields();
        int at = occurrenceId.indexOf('@');
        if (at < 1 || occurrenceId.length() > LENGTH_MAX) {
            fields.error("occurrenceId", "must be a rule's id, @ and a time");
        }
        return fields.valid(() -> occurrenceId.substring(0, at));
    }
}
