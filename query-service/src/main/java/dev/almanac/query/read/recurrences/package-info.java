/** When would a recurrence occur? */
@NullMarked
package dev.almanac.query.read.recurrences;

import org.jspecify.annotations.NullMarked;
