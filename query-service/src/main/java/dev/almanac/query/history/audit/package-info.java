/** Who did what, and what was refused. */
@NullMarked
package dev.almanac.query.history.audit;

import org.jspecify.annotations.NullMarked;
