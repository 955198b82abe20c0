/** Concrete slots: single events, and the occurrences of series. */
@NullMarked
package dev.almanac.query.view.entry;

import org.jspecify.annotations.NullMarked;
