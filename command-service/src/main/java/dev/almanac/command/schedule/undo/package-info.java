/** Taking a change back, as a change of its own. */
@NullMarked
package dev.almanac.command.schedule.undo;

import org.jspecify.annotations.NullMarked;
