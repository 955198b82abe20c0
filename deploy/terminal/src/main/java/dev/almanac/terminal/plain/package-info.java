/** The calendar as a conversation: lines of text from above to below, as a screen reader speaks them. */
@NullMarked
package dev.almanac.terminal.plain;

import org.jspecify.annotations.NullMarked;
