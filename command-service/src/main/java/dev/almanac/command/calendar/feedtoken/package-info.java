/** Tokens with which programs that cannot sign in read a calendar as a feed. */
@NullMarked
package dev.almanac.command.calendar.feedtoken;

import org.jspecify.annotations.NullMarked;
