/** What is shown of a span of time: events, and the runs on queues, joined with what they conflict with. */
@NullMarked
package dev.almanac.query.diary;

import org.jspecify.annotations.NullMarked;
