/** The program {@code almanac}: a calendar and a command line for people who live in a shell. */
@NullMarked
package dev.almanac.terminal;

import org.jspecify.annotations.NullMarked;
