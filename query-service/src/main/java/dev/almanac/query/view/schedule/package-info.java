/** Scheduled events and series as they are now. */
@NullMarked
package dev.almanac.query.view.schedule;

import org.jspecify.annotations.NullMarked;
