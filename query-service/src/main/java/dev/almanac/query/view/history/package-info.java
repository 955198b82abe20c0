/** What was ever told of an event. */
@NullMarked
package dev.almanac.query.view.history;

import org.jspecify.annotations.NullMarked;
