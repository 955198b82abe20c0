/** Materialises series into occurrences. */
@NullMarked
package dev.almanac.expansion;

import org.jspecify.annotations.NullMarked;
