/** From an intention to the commands that carry it out, as their subject stands now. */
@NullMarked
package dev.almanac.command.changerequest.plan;

import org.jspecify.annotations.NullMarked;
