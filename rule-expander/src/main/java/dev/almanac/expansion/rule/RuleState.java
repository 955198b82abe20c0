package dev.almanac.expansion.rule;

/**
 * All that is known of one rule.
 *
 * @param sequence the last occurrence change that was told of it, -1 before the first
 */
record RuleState(long sequence, Definition definition, RunBook book) {

    RuleState with(Definition newDefinition) {
        return new RuleState(sequence, newDefinition, book);
    }

    RuleState with(RunBook newBook) {
        return new RuleState(sequence, definition, newBook);
    }

    RuleState told(int changes) {
        return new RuleState(sequence + changes, definition, book);
    }
}
