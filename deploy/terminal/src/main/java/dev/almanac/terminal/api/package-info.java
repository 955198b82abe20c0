/** A client of the public API: a class per feature, over one connection that repeats what may be repeated. */
@NullMarked
package dev.almanac.terminal.api;

import org.jspecify.annotations.NullMarked;
