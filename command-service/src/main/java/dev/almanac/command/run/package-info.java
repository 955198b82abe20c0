/** Reports of workers on the runs that they were told are due. */
@NullMarked
package dev.almanac.command.run;

import org.jspecify.annotations.NullMarked;
