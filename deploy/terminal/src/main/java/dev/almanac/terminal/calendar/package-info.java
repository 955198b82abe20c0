/** What a calendar shows, and what can be asked of it and done to it: values only. */
@NullMarked
package dev.almanac.terminal.calendar;

import org.jspecify.annotations.NullMarked;
