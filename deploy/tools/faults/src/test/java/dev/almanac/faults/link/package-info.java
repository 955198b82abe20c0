/** Tests of the harness itself. */
@NullMarked
package dev.almanac.faults.link;

import org.jspecify.annotations.NullMarked;
