/** The slot ledger: who claims which slot of a calendar, and whether there is room for one more. */
@NullMarked
package dev.almanac.command.ledger;

import org.jspecify.annotations.NullMarked;
