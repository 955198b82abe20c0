/** What one of each costs: one command, one due run. */
@NullMarked
package dev.almanac.bench.units;

import org.jspecify.annotations.NullMarked;
