/** The past of calendars, rules, conflicts and resources. */
@NullMarked
package dev.almanac.query.history.subjects;

import org.jspecify.annotations.NullMarked;
