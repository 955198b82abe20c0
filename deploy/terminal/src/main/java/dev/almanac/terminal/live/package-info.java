/** The full screen as it runs: one loop that keys, answers and changes come to as messages. */
@NullMarked
package dev.almanac.terminal.live;

import org.jspecify.annotations.NullMarked;
