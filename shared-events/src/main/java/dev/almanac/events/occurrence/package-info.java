/** Occurrences: the concrete slots of a series, as the rule-expander materialises them. */
@NullMarked
package dev.almanac.events.occurrence;

import org.jspecify.annotations.NullMarked;
