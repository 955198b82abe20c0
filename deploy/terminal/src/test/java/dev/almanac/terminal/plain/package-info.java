@NullMarked
package dev.almanac.terminal.plain;

import org.jspecify.annotations.NullMarked;
