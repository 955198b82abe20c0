/** What would happen if: real decisions on the real store, of which nothing stays. */
@NullMarked
package dev.almanac.command.rehearsal;

import org.jspecify.annotations.NullMarked;
