/** Reports of workers on the runs that were published as due. */
@NullMarked
package dev.almanac.command.run;

import org.jspecify.annotations.NullMarked;
