/** What was asked of a suite and answered by it: a file that says all that a checker knows of the clients. */
@NullMarked
package dev.almanac.faults.history;

import org.jspecify.annotations.NullMarked;
