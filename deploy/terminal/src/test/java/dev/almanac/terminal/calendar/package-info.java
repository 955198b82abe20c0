@NullMarked
package dev.almanac.terminal.calendar;

import org.jspecify.annotations.NullMarked;
