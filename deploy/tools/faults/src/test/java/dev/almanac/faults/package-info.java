/** Tests of the harness itself. */
@NullMarked
package dev.almanac.faults;

import org.jspecify.annotations.NullMarked;
