/** When would a recurrence occur? */
@NullMarked
package dev.almanac.query.recurrences;

import org.jspecify.annotations.NullMarked;
