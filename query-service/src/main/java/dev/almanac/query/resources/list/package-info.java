/** Which resources are there, and which are to be had? */
@NullMarked
package dev.almanac.query.resources.list;

import org.jspecify.annotations.NullMarked;
