/** A real PostgreSQL from embedded binaries, watched by a process of its own. */
@NullMarked
package dev.almanac.local.postgres;

import org.jspecify.annotations.NullMarked;
