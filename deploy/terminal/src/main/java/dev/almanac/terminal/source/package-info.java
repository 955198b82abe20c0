/** Questions and commands of the calendar, in the words of the API, and its answers as values. */
@NullMarked
package dev.almanac.terminal.source;

import org.jspecify.annotations.NullMarked;
