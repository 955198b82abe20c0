/** Resources, and when they are out. */
@NullMarked
package dev.almanac.query.resources;

import org.jspecify.annotations.NullMarked;
