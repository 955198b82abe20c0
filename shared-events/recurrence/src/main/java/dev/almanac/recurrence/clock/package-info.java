/** Nominal times on the clocks of a zone: instants, what is done about gaps and repeated hours, and what an occurrence is. */
@NullMarked
package dev.almanac.recurrence.clock;

import org.jspecify.annotations.NullMarked;
