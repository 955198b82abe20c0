/** Recurring rules, as people said them. */
@NullMarked
package dev.almanac.query.view.rule;

import org.jspecify.annotations.NullMarked;
