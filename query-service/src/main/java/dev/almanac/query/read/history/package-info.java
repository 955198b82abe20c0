/** What became of an event, change by change? */
@NullMarked
package dev.almanac.query.read.history;

import org.jspecify.annotations.NullMarked;
