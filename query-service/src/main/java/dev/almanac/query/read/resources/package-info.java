/** Which resources are there, and what is known of one? */
@NullMarked
package dev.almanac.query.read.resources;

import org.jspecify.annotations.NullMarked;
