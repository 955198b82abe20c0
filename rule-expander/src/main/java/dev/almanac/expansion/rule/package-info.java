/** Recurring rules: endless, materialised over a horizon that moves, and published when each occurrence is due. */
@NullMarked
package dev.almanac.expansion.rule;

import org.jspecify.annotations.NullMarked;
