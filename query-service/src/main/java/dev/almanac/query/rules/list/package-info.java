/** Which recurring rules are there, when do they run, and what became of their runs? */
@NullMarked
package dev.almanac.query.rules.list;

import org.jspecify.annotations.NullMarked;
