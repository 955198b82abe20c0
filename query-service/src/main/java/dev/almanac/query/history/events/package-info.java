/** The past of an event or occurrence. */
@NullMarked
package dev.almanac.query.history.events;

import org.jspecify.annotations.NullMarked;
