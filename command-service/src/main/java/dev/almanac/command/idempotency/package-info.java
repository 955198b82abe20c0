/** Remembers what was answered under an Idempotency-Key, so that a repeat gets the first answer again. */
@NullMarked
package dev.almanac.command.idempotency;

import org.jspecify.annotations.NullMarked;
