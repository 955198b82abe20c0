/** Changes as they are applied, as server-sent events. */
@NullMarked
package dev.almanac.query.live;

import org.jspecify.annotations.NullMarked;
