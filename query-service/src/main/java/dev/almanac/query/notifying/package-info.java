/** Who is told of what, as it happens: changes of the domain become notifications on a topic of their own. */
@NullMarked
package dev.almanac.query.notifying;

import org.jspecify.annotations.NullMarked;
