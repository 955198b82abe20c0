package dev.almanac.command.schedule.update;

import dev.almanac.command.access.Command;

/** A command that says anew all that an event, or one occurrence, says. */
public sealed interface Replacement extends Command permits UpdateEvent, UpdateOccurrence {}
