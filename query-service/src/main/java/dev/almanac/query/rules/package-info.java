/** Recurring rules, and all of them in memory. */
@NullMarked
package dev.almanac.query.rules;

import org.jspecify.annotations.NullMarked;
