/** Recurring rules: what makes runs of a job, when, and how it behaves when something goes wrong. */
@NullMarked
package dev.almanac.events.rule;

import org.jspecify.annotations.NullMarked;
