@NullMarked
package dev.almanac.terminal.screen;

import org.jspecify.annotations.NullMarked;
