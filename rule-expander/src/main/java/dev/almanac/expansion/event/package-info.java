/** Recurring scheduled events: finite, and materialised whole. */
@NullMarked
package dev.almanac.expansion.event;

import org.jspecify.annotations.NullMarked;
