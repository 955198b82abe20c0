/** Changes as they are applied, as server-sent events. */
@NullMarked
package dev.almanac.query.read.changes;

import org.jspecify.annotations.NullMarked;
