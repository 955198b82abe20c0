@NullMarked
package dev.almanac.terminal.source;

import org.jspecify.annotations.NullMarked;
