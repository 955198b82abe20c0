package dev.almanac.query.read;

/** A run and the rule that it is a run of. */
public record RuleRun(RunItem run, RuleItem rule) {}
