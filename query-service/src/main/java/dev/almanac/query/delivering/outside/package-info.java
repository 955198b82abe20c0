/** Calls of addresses that people gave: nothing inside is reached by them, and nobody waits for them for long. */
@NullMarked
package dev.almanac.query.delivering.outside;

import org.jspecify.annotations.NullMarked;
