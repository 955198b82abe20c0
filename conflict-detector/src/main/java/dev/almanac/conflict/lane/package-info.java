/** One calendar or resource: its claims, and which of them conflict. */
@NullMarked
package dev.almanac.conflict.lane;

import org.jspecify.annotations.NullMarked;
