@NullMarked
package dev.almanac.terminal.views;

import org.jspecify.annotations.NullMarked;
