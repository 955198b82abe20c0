/** Entries of other teams' providers: attendance, tasks, tickets, journals and whatever else they publish. */
@NullMarked
package dev.almanac.query.provided;

import org.jspecify.annotations.NullMarked;
