/** What people and scripts are shown: tables as wide as their terminal, JSON, colours, progress, and how the program ends. */
@NullMarked
package dev.almanac.terminal.console;

import org.jspecify.annotations.NullMarked;
