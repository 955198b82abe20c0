/** The recurrence engine measured beside its peers, in one run. */
@NullMarked
package dev.almanac.bench;

import org.jspecify.annotations.NullMarked;
