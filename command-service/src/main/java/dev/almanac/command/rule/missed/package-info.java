/** What becomes of a run that was missed. */
@NullMarked
package dev.almanac.command.rule.missed;

import org.jspecify.annotations.NullMarked;
