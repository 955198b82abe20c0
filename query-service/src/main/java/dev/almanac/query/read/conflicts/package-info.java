/** What collides with what, and why? */
@NullMarked
package dev.almanac.query.read.conflicts;

import org.jspecify.annotations.NullMarked;
