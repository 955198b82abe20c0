/** When is a resource out or booked? */
@NullMarked
package dev.almanac.query.resources.availability;

import org.jspecify.annotations.NullMarked;
