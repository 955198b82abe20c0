@NullMarked
package dev.almanac.terminal.live;

import org.jspecify.annotations.NullMarked;
