/** What a new release of zone data does to bookings, and the report of it. */
@NullMarked
package dev.almanac.command.zonedata;

import org.jspecify.annotations.NullMarked;
