/** The scheduled event aggregate. */
@NullMarked
package dev.almanac.command.schedule;

import org.jspecify.annotations.NullMarked;
