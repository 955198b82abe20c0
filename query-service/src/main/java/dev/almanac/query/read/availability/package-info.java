/** When is a resource out or booked? */
@NullMarked
package dev.almanac.query.read.availability;

import org.jspecify.annotations.NullMarked;
