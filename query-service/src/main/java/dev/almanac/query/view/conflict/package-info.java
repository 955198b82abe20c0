/** Conflicts and where they stand. */
@NullMarked
package dev.almanac.query.view.conflict;

import org.jspecify.annotations.NullMarked;
