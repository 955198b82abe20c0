/** Text that others wrote, as a terminal may be sent it, and how wide it is there. */
@NullMarked
package dev.almanac.terminal.text;

import org.jspecify.annotations.NullMarked;
