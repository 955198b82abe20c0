/** Runs of rules: what is planned for each day, what became of each, and the sums of it. */
@NullMarked
package dev.almanac.query.runs;

import org.jspecify.annotations.NullMarked;
