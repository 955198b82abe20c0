@NullMarked
package dev.almanac.terminal.board;

import org.jspecify.annotations.NullMarked;
