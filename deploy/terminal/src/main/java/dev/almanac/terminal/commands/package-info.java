/** The command line: a class for each command, which asks the API and shows what it answered. */
@NullMarked
package dev.almanac.terminal.commands;

import org.jspecify.annotations.NullMarked;
