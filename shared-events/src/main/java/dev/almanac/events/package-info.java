/** The published language of the suite: every change that a topic carries, and the values that changes are made of. */
@NullMarked
package dev.almanac.events;

import org.jspecify.annotations.NullMarked;
