/** What the caller could take back now. */
@NullMarked
package dev.almanac.query.history.undoable;

import org.jspecify.annotations.NullMarked;
