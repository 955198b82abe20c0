/** From a command to its receipt: its turn, and Axon's way to its handler. */
@NullMarked
package dev.almanac.command.dispatch;

import org.jspecify.annotations.NullMarked;
