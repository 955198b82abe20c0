/** What workers say of the runs that were published as due. */
@NullMarked
package dev.almanac.events.run;

import org.jspecify.annotations.NullMarked;
