package dev.almanac.query.read.runs;

import dev.almanac.query.read.RuleItem;
import dev.almanac.query.read.RunItem;

/** A run and the rule that it is a run of. */
record RuleRun(RunItem run, RuleItem rule) {}
