/** What was published about one subject, change by change. */
@NullMarked
package dev.almanac.query.history;

import org.jspecify.annotations.NullMarked;
