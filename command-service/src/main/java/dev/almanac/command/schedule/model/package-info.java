/** What a scheduled event is, folded from its changes, and the rules that every booking obeys. */
@NullMarked
package dev.almanac.command.schedule.model;

import org.jspecify.annotations.NullMarked;
