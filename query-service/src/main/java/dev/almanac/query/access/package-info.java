/** Who may see what: row-level access to the views. */
@NullMarked
package dev.almanac.query.access;

import org.jspecify.annotations.NullMarked;
