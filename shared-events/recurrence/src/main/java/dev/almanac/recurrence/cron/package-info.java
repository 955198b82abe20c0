/** Reading crons, with the meaning that Vixie cron gives them. */
@NullMarked
package dev.almanac.recurrence.cron;

import org.jspecify.annotations.NullMarked;
