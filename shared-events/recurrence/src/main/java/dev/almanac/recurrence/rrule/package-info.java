/** RRULEs of RFC 5545: reading them, and from a rule and its start to instants. */
@NullMarked
package dev.almanac.recurrence.rrule;

import org.jspecify.annotations.NullMarked;
