/** A month and a day over several calendars: what there is of each category, and what stands alone. */
@NullMarked
package dev.almanac.query.events.pages;

import org.jspecify.annotations.NullMarked;
