/** What a calendar is, folded from its changes. */
@NullMarked
package dev.almanac.command.calendar.model;

import org.jspecify.annotations.NullMarked;
