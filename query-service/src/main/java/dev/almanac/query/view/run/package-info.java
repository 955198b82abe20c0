/** What recurring rules come to: the days ahead, each run, and the sum of all runs. */
@NullMarked
package dev.almanac.query.view.run;

import org.jspecify.annotations.NullMarked;
