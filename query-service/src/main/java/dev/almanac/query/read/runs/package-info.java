/** Which runs are there in a day or a range, and what can be done with each? */
@NullMarked
package dev.almanac.query.read.runs;

import org.jspecify.annotations.NullMarked;
