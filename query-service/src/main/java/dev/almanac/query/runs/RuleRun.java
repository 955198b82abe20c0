package dev.almanac.query.runs;

/**
 * A run and the rule that it is a run of.
 *
 * @param mayEdit whether the caller may change the rule
 */
public record RuleRun(RunItem run, RuleItem rule, boolean mayEdit) {}
