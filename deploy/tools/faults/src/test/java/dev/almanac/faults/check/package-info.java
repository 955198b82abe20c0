/** Tests of the harness itself. */
@NullMarked
package dev.almanac.faults.check;

import org.jspecify.annotations.NullMarked;
