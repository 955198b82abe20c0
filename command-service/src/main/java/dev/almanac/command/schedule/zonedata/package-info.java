/** Bookings follow their local times when zone data moves those. */
@NullMarked
package dev.almanac.command.schedule.zonedata;

import org.jspecify.annotations.NullMarked;
