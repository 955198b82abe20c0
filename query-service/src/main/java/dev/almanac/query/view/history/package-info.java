/** What was ever said of events, calendars, rules, conflicts and resources. */
@NullMarked
package dev.almanac.query.view.history;

import org.jspecify.annotations.NullMarked;
