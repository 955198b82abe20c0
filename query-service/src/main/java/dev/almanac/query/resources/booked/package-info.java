/** What is in the way of booking a resource. */
@NullMarked
package dev.almanac.query.resources.booked;

import org.jspecify.annotations.NullMarked;
