/** What workers say of the runs that they were told are due. */
@NullMarked
package dev.almanac.events.run;

import org.jspecify.annotations.NullMarked;
