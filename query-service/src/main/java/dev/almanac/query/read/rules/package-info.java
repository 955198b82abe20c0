/** Which recurring rules are there, when do they run, and what became of their runs? */
@NullMarked
package dev.almanac.query.read.rules;

import org.jspecify.annotations.NullMarked;
