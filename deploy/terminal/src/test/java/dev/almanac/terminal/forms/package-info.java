@NullMarked
package dev.almanac.terminal.forms;

import org.jspecify.annotations.NullMarked;
